"""English words around personal names: offices, kin, callings, verbs of speech. Data only.

Every entry is lower case. A role noun counts when it stands beside a name ('Judge X', 'X, the judge').
"""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(filter(None, (line.strip() for line in text.replace("\n", ",").split(","))))


HONORIFICS: Final = _words(
    "mr, mrs, ms, miss, dr, prof, professor, sir, dame, lady, mr., mrs., ms., dr., prof., comrade"
)

#: act or speak for the state
OFFICIALS: Final = _words("""
president, vice-president, vice president, prime minister, minister, deputy minister, vice-minister, premier
deputy, mp, senator, member of parliament, lawmaker, parliamentarian, speaker, chancellor, secretary of state
judge, justice, magistrate, prosecutor, prosecutor general, general prosecutor, attorney general, bailiff, juror
investigator, detective, inspector, officer, policeman, police officer, police chief, sheriff, warden, guard
colonel, lieutenant colonel, lieutenant, major, captain, general, sergeant, major general, commander
mayor, governor, deputy mayor, deputy governor, commissioner, ombudsman, ombudswoman, ambassador, consul
congressman, congresswoman, bailiffs, rector, commandant, lawmakers, deputies, senators, judges, prosecutors, colonels, envoy, diplomat, attaché, chargé d'affaires, secretary general, state secretary, king, pope, chief of staff
spokesman for the police, press secretary, official, head of state, district police officer, high commissioner
""")

#: speak for a party in court
COUNSEL: Final = _words("""
lawyer, lawyers, attorney, attorneys, advocate, advocates, counsel, solicitor, barrister, defence counsel
defense counsel, legal counsel, defence lawyer, defense lawyer, defence attorney, legal representative, defender
public defender, defenders, legal practitioner, defense attorney, defence solicitor
""")

KIN: Final = _words("""
wife, husband, spouse, mother, father, son, daughter, brother, sister, widow, widower, parent, parents, uncle
aunt, nephew, niece, cousin, grandmother, grandfather, grandson, granddaughter, son-in-law, daughter-in-law
mother-in-law, father-in-law, relative, relatives, brothers, sisters, sons, daughters, wives, fiancée, fiancé
widows, mothers, fathers, husbands, brother-in-law, sister-in-law, stepfather, stepmother, partner
""")

WITNESSES: Final = _words(
    "witness, witnesses, eyewitness, eyewitnesses, colleague, neighbour, neighbours, neighbor, neighbors"
)

#: speak as experts, for an NGO, the media or an international body
COMMENTATORS: Final = _words("""
executive director, expert, analyst, political scientist, economist, sociologist, rapporteur
special rapporteur, historian, researcher, observer, commentator, human rights defender, human rights activist
rights activist, rights defender, human rights defenders, human rights activists, political analyst
human rights advocate, human rights advocates, rights advocate, environmental defender, environmental defenders, campaigner, regional campaigner, monitor, trial monitor, theologian, lecturer, ecologist, film critic, media expert, demographer
philosopher, publicist, trade union leader, chair of the board, policy officer, spokesperson for amnesty, environmentalist
programme director, deputy director, advocacy director, columnist, psychologist, ecologist, political observer
chief editor, editor-in-chief, editor in chief, programme coordinator, coordinator, secretary-general, scholar
""")

#: those whom digests are about
SUBJECTS: Final = _words("""
activist, activists, journalist, journalists, blogger, bloggers, reporter, editor, editors, prisoner, prisoners
political prisoner, political prisoners, convict, defendant, defendants, detainee, detainees, citizen, citizens
resident, residents, businessman, businesswoman, entrepreneur, influencer, poet, writer, artist, singer, actor
student, pensioner, conscript, soldier, farmer, teacher, doctor, nurse, worker, driver, trade unionist, leader
politician, oppositionist, opposition leader, opposition politician, candidate, candidates, asylum seeker
refugee, protester, protesters, picketer, rapper, comedian, cartoonist, photographer, cameraman, correspondent
believer, pastor, imam, missionary, farmer, minor, teenager, boy, girl, child, schoolboy, schoolgirl, victim
victims, deceased, suspect, suspects, accused, convicted, feminist, feminists, publicist, publisher, founder
co-founder, chairman, chairwoman, chairperson, chair, head, member, members, participant, participants, user
plaintiff, claimant, applicant, employee, man, woman, men, women, mother of many children, person, inmate
organizer, organiser, organizers, organisers, welder, pensioners, volunteer, volunteers, paramedic, teacher, engineer, oil worker, taxi driver, comedian, musician, rapper, photographer, sculptor, painter, actress, director of photography, professional, specialist, veteran, engineer, scientist, academic, academician, athlete, runner, boxer, marathon
brothers, spouses, siblings, couple, carrier, courier, miner, oilman, foreigner, national, native, migrant
""")

#: run a firm or a school: what they say is no comment, what is said of them is for another's sake
EMPLOYERS: Final = _words("""
director, general director, managing director, manager, foreman, employer, boss, owner, principal, headmaster
headmistress, head teacher, supervisor
""")

#: what a head of is an employer
FIRMS: Final = _words("""
shop, workshop, plant, factory, firm, enterprise, utility, school, lyceum, gymnasium, college, kindergarten, trustees
""")

#: callings at the top of a body
HEADS: Final = _words("head, director, chief, deputy head, manager, principal")

#: kin who are so called only because somebody has died
BEREAVED: Final = _words("widow, widower")

#: callings that leave no doubt whom the event is about
ACCUSED: Final = _words("""
defendant, defendants, suspect, suspects, accused, convict, convicted, detainee, prisoner, political prisoner, prisoners
political prisoners, victim, victims, deceased, claimant, plaintiff, applicant, asylum seeker, inmate, the accused
""")

#: what makes 'a representative of X' an official: words of state bodies
STATE_BODIES: Final = _words("""
ministry, minister, prosecutor, prosecutors, prosecutor's, prosecutor’s, police, court, committee, agency, department, government, administration
parliament, senate, presidency, office, commission, directorate, service, embassy, state, defense, defence
institution, colony, detention, border, affairs, president, customs, security, inspectorate, military, army, penitentiary, council, municipality, region, district, delegation
""")

#: what makes it an NGO, the media or an international body, whatever else stands there
CIVIL_BODIES: Final = _words("""
ngo, foundation, fund, association, union, bureau, movement, parents, residents, tenants, trade, watch, amnesty, international, initiative, newspaper
channel, media, agency news, outlet, magazine, organisation, organization, coalition, partnership, human rights
society, institute, centre, center, club, federation, committee to protect, un, united nations, osce, platform
""")

#: said of a person named beside it
SPEECH: Final = _words("""
calls, thinks, estimates, points, considers, remarked, remarks, explains, adds, pointed, issued, raised, says, said, say, reports, reported, report, states, stated, informs, informed, explains, explained, claims
claimed, argues, argued, notes, noted, believes, believed, asserts, asserted, stressed, emphasised, emphasized
added, adds, told, urges, urged, warned, warns, commented, comments, wrote, writes
questioned, highlighted, condemned, called, assessed, observed, expressed, confirmed, outlined
declared, recalled, characterised, characterized, concluded, insists, insisted, tells
""")

#: what makes a name before it the name of a thing: 'X Street', 'X Foundation', 'the X family'
THINGS: Final = _words("""
street, streets, avenue, avenues, square, boulevard, lane, road, highway, microdistrict, park, bridge, embankment, quay
district, region, city, town, village, settlement, oblast, county, province, municipality, river, lake, mountain
foundation, fund, institute, university, school, academy, hospital, clinic, library, museum, theatre, theater
stadium, airport, station, plant, factory, mine, depot, field, deposit, refinery, company, corporation, group
holding, bank, llp, llc, jsc, ltd, inc, corp, gmbh, plc, pf, ngo, association, union, bureau, committee, agency
ministry, department, court, prison, colony, facility, institution, centre, center, hotel, restaurant, café, cafe
cinema, market, bazaar, mosque, church, cathedral, monument, memorial, award, prize, medal, order, act, bill
family, families, clan, dynasty, newspaper, magazine, channel, website, outlet, agency, media, tv, radio, news
movement, party, bloc, coalition, initiative, project, residential, complex, pipeline, consortium, tower, palace
house, club, fc, team, regiment, battalion, brigade, base, mall, supermarket, store, shop, enterprise, cooperative
guardsmen, heroes, brigade, stadium, quarter, gymnasium, lyceum, kindergarten, method, doctrine, plan, constitution, code, law, list, index, report, archive, day, days, readings, events
""")

#: what makes a name after it that of a thing: 'monument to X', 'named after X'
THING_LEADS: Final = (
    "named after", "monument to", "monument of", "bust of", "name of", "named for", "memory of the", "sole trader",
    "statue of", "street of", "square of", "family of",
)  # fmt: skip

#: kinds of thing whose quoted title may hold a name: 'the channel “X offside”'
TITLED: Final = _words("""
channel, newspaper, magazine, movement, party, foundation, fund, company, association, llp, llc, jsc, pf, ngo, outlet, trader
website, portal, site, programme, program, project, film, book, documentary, song, group, agency, corporation, cafe
café, restaurant, club, initiative, organisation, organization, trust, cooperative, firm, enterprise, plant, page
""")

#: capitalised in titles and at the start of sentences, never a name
ENGLISH: Final = _words("""
a, an, the, this, that, these, those, it, its, he, she, his, her, they, their, we, our, you, your, i, my, who
which, what, when, where, why, how, there, here, in, on, at, by, to, of, for, from, with, without, within, under
over, after, before, during, since, until, as, if, while, although, though, because, but, and, or, nor, not, no
according, following, however, moreover, furthermore, additionally, consequently, subsequently, previously, earlier
later, today, yesterday, now, then, also, once, upon, pursuant, despite, given, among, between, about, against
through, throughout, only, both, all, some, many, most, several, each, every, any, other, another, such, same, first
second, third, fourth, fifth, last, next, new, old, north, south, east, west, northern, southern, eastern, western
central, january, february, march, april, may, june, july, august, september, october, november, december, jan, feb
mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, monday, tuesday, wednesday, thursday, friday, saturday, sunday
article, articles, part, parts, clause, paragraph, point, code, criminal, civil, administrative, constitution
constitutional, penal, tax, law, laws, act, bill, decree, order, chapter, section, court, courts, supreme, appeal
appeals, appellate, cassation, regional, district, city, municipal, interdistrict, specialised, specialized, economic
military, juvenile, panel, collegium, judicial, judiciary, jury, trial, hearing, case, chamber, board, bench, ruling
special, ancillary, private, ministry, ministries, department, departments, office, agency, committee, commission
directorate, service, bureau, council, parliament, senate, house, government, cabinet, administration, assembly
internal, affairs, interior, foreign, defence, defense, justice, health, education, science, labour, labor, social
protection, population, finance, revenue, state, states, national, security, republic, republican, federal, federation, people
people's, public, human, rights, watch, amnesty, international, union, united, nations, european, committee, protect
journalists, press, media, freedom, speech, foundation, fund, association, organisation, organization, organisations
society, partnership, initiative, coalition, movement, party, democratic, choice, congress, front, forum, network
centre, center, institute, university, academy, school, college, hospital, prison, colony, facility, institution
penitentiary, detention, correctional, police, guard, army, force, forces, emergency, prosecutor's, prosecutor, prosecutors, general's
prosecution, investigation, investigative, department's, road, street, avenue, square, park, village, region, town
oblast, residential, complex, bank, company, corporation, group, holding, plant, factory, news, radio, television
channel, telegram, facebook, instagram, youtube, twitter, tiktok, whatsapp, internet, online, website, meta
day, days, year, years, memory, victims, events, bloody, holodomor, christmas, orthodox, islam, islamic, muslim
christian, jehovah's, witnesses, kingdom, hall, church, mosque, religious, religion, peace, peaceful, war, world
english, russian, chinese, american, british, german, french, ukrainian, turkish, uzbek, kyrgyz, karakalpak, uyghur
ukrainians, russians, soviet, asia, asian, central, europe, africa, america, commonwealth, his, majesty's, royal
ambassador, embassy, consulate, mission, delegation, parliamentary, resolution, convention, covenant, declaration
charter, protocol, treaty, programme, program, project, plan, strategy, concept, report, review, index, survey
monitor, monitoring, mr, mrs, ms, judge, judges, lawyer, lawyers, counsel, activist, activists, journalist, blogger
editor, editor-in-chief, director, head, chairman, chief, deputy, vice, acting, senior, former, ex-president, leader
member, members, majesty, high, commissioner, rapporteur, special, working, arbitrary, torture, women, women's
children, child, children's, family, families, mothers, relatives, residents, citizens, workers, employees, students
defendants, defendant, accused, convicted, witness, police, officers, officer, protesters, participants, supporters
authorities, authority, officials, official, law, enforcement, legal, human, one, two, three, four, five, six, seven
eight, nine, ten, eleven, twelve, hundred, thousand, million, more, less, about, least, nearly, almost, over, yes
restrictive, travel, orders, forced, marriage, quick, response, victim, compensation, basic, roadmap, upgrade, reform
reforms, particular, provided, ultimately, specifically, critically, crucially, accordingly, whilst, prior, compelling
verified, documented, effective, drawing, testimony, data, findings, concentrations, compounding, counsel's, liberty
radio, monthly, calculation, indices, index, unit, units, lower, upper, mayor, guarantee, bar
entrepreneurs, chief, staff, digital, artificial, intelligence, development, culture, information, tourism
sports, energy, ecology, ecological, natural, resources, agriculture, trade, industry, construction, transport
emergencies, situations, migration, customs, anti-corruption, corruption, crime, organised, organized, reporting
financial, markets, regulation, standing, freedoms, equality, lgbt, lgbtq, hiv, aids, covid, pandemic, restitution
unbiased, representation, narratives, contemporary, sisters, brothers, sons, miranda, stop, genocide, silk, way
""")

#: two letters of Latin that stand for one Cyrillic letter, as initials
DIGRAPHS: Final = (
    "Shch",
    "Dzh",
    "Zh",
    "Ch",
    "Sh",
    "Kh",
    "Ts",
    "Yu",
    "Ya",
    "Ye",
    "Yo",
    "Gh",
    "Dj",
    "Dz",
    "Ng",
)

#: callings that say nothing until the body is named: 'a representative of …'
OF_BODIES: Final = _words("""
head, spokesman, spokeswoman, spokesperson, representative, chief, employee, chairman, chairwoman, chairperson, chair
adviser, advisor, aide, secretary, leader, member, president, director, deputy head, staff, press
""")
