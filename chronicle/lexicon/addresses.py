"""What addresses carry about whoever collected them, and which hosts are fragile, short or archives: data only."""

from __future__ import annotations

from typing import Final, NamedTuple


class Trace(NamedTuple):
    """A parameter of an address that tells who collected or shared it, from where, or by which campaign."""

    #: in lower case; a `*` at its end stands for any ending: 'utm_*'
    name: str
    #: the host, or a domain that it belongs to; '' for all
    host: str = ""
    #: words that the path must hold; '' for any path
    path: str = ""
    #: the only value that tells it; '' for any value
    value: str = ""


#: never listed: what an address needs to lead to its page (id, v, t of a video, story_fbid, fbid, set, img_index, p, …)
TRACES: Final = (
    # who clicked, from which network
    Trace("fbclid"),
    Trace("brid"),
    Trace("gclid"),
    Trace("gclsrc"),
    Trace("gbraid"),
    Trace("wbraid"),
    Trace("dclid"),
    Trace("yclid"),
    Trace("ysclid"),
    Trace("ymclid"),
    Trace("msclkid"),
    Trace("twclid"),
    Trace("ttclid"),
    Trace("li_fat_id"),
    Trace("igsh"),
    Trace("igshid"),
    Trace("mibextid"),
    Trace("sfnsn"),
    Trace("rdid"),
    Trace("_rdc"),
    Trace("_rdr"),
    Trace("ref_src"),
    Trace("ref_url"),
    Trace("_ga"),
    Trace("_gl"),
    Trace("_openstat"),
    Trace("utm_*"),
    # who was sent a letter
    Trace("mc_cid"),
    Trace("mc_eid"),
    Trace("mkt_tok"),
    Trace("_hsenc"),
    Trace("_hsmi"),
    Trace("vero_id"),
    Trace("oly_anon_id"),
    Trace("oly_enc_id"),
    # who wrote the page, or may see it before it is published
    Trace("preview", value="true"),
    Trace("preview_nonce"),
    # one network's own
    Trace("__tn__"),
    Trace("__cft__*"),
    Trace("__xts__*"),
    Trace("share_url", "facebook.com"),
    Trace("extid", "facebook.com"),
    Trace("wtsid", "facebook.com"),
    Trace("paipv", "facebook.com"),
    Trace("eav", "facebook.com"),
    Trace("acontext", "facebook.com"),
    Trace("notif_id", "facebook.com"),
    Trace("notif_t", "facebook.com"),
    Trace("ig_rid", "instagram.com"),
    Trace("ig_mid", "instagram.com"),
    Trace("xmt", "threads.net"),
    Trace("xmt", "threads.com"),
    Trace("slof", "threads.net"),
    Trace("slof", "threads.com"),
    Trace("si", "youtube.com"),
    Trace("si", "youtu.be"),
    Trace("si", "youtube-nocookie.com"),
    Trace("si", "spotify.com"),
    Trace("feature", "youtube.com", value="share"),
    Trace("feature", "youtu.be", value="share"),
    Trace("s", "x.com", "/status/"),
    Trace("t", "x.com", "/status/"),
    Trace("cxt", "x.com", "/status/"),
    Trace("s", "twitter.com", "/status/"),
    Trace("t", "twitter.com", "/status/"),
    Trace("cxt", "twitter.com", "/status/"),
    Trace("_t", "tiktok.com"),
    Trace("_r", "tiktok.com"),
    Trace("_d", "tiktok.com"),
    Trace("is_from_webapp", "tiktok.com"),
    Trace("sender_device", "tiktok.com"),
    Trace("sender_web_id", "tiktok.com"),
    Trace("share_link_id", "tiktok.com"),
    Trace("share_iid", "tiktok.com"),
    Trace("sec_user_id", "tiktok.com"),
    Trace("u_code", "tiktok.com"),
    Trace("web_id", "tiktok.com"),
    Trace("rcm", "linkedin.com"),
    Trace("lipi", "linkedin.com"),
    Trace("trackingid", "linkedin.com"),
    Trace("share_id", "reddit.com"),
    Trace("ouid", "google.com"),
    Trace("vd_source", "bilibili.com"),
)

#: kinds of outlet whose pages vanish, or which only members may read
FRAGILE_KINDS: Final = frozenset({"social", "video"})
#: the same by host, where the outlets do not list it: networks, messengers, videos, shared files, meetings
FRAGILE_HOSTS: Final = frozenset(
    {
        "bsky.app", "clubhouse.com", "dailymotion.com", "discord.com", "discord.gg", "disk.yandex.com",
        "disk.yandex.kz", "disk.yandex.ru", "docs.google.com", "drive.google.com", "dropbox.com", "dzen.ru", "facebook.com",
        "fb.com", "fb.me", "fb.watch", "flickr.com", "forms.gle", "icloud.com", "imgur.com", "instagr.am", "instagram.com",
        "linkedin.com", "livejournal.com", "lnkd.in", "mastodon.social", "medium.com", "mega.nz", "messenger.com",
        "my.mail.ru", "ok.ru", "onedrive.live.com", "patreon.com", "photos.app.goo.gl", "photos.google.com", "pinterest.com",
        "quora.com", "reddit.com", "rumble.com", "rutube.ru", "sharepoint.com", "signal.group", "snapchat.com",
        "soundcloud.com", "spotify.com", "t.co", "t.me", "telegra.ph", "telegram.me", "telegram.org", "threads.com",
        "threads.net", "tiktok.com", "tumblr.com", "twitch.tv", "twitter.com", "viber.com", "vimeo.com", "vk.com",
        "vk.ru", "vkontakte.ru", "vkvideo.ru", "wa.me", "webex.com", "wetransfer.com", "whatsapp.com", "x.com", "yadi.sk",
        "youtu.be", "youtube-nocookie.com", "youtube.com", "zoom.com", "zoom.us",
    }
)  # fmt: skip

#: hosts, with the beginning of the path where only that part of the host does it, whose addresses only lead on to
#: another: what stands behind them can be changed, and they count who comes
SHORT: Final = frozenset(
    {
        "1url.cz", "adf.ly", "away.vk.com", "bit.do", "bit.ly", "buff.ly", "clck.ru", "cutt.ly", "dlvr.it", "facebook.com/l.php",
        "facebook.com/share/", "fb.me", "goo.gl", "goo.su", "google.com/url", "ift.tt", "is.gd", "l.facebook.com",
        "l.instagram.com", "l.messenger.com", "l.threads.com", "l.threads.net", "lm.facebook.com", "lnkd.in", "n9.cl",
        "ow.ly", "out.reddit.com", "qps.ru", "rb.gy", "rebrand.ly", "s.id", "shorturl.at", "surl.li", "t.co", "t.ly",
        "t.umblr.com", "tiny.cc", "tinyurl.com", "u.to", "v.gd", "vk.cc", "vk.com/away.php", "vm.tiktok.com", "vt.tiktok.com",
        "wp.me", "youtube.com/redirect",
    }
)  # fmt: skip

#: hosts that keep copies of pages for everybody
ARCHIVES: Final = frozenset(
    {
        "archive.fo", "archive.is", "archive.li", "archive.md", "archive.org", "archive.ph", "archive.today", "archive.vn",
        "ghostarchive.org", "megalodon.jp", "perma.cc", "web.archive.org",
    }
)  # fmt: skip

#: the last label of hosts that are on no public web
LOCAL: Final = frozenset(
    {
        "arpa", "corp", "home", "internal", "intranet", "invalid", "lan", "local", "localhost", "onion", "test",
    }
)  # fmt: skip
