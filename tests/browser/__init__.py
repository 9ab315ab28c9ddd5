"""The built pages, in headless Chromium."""
