"""Whoever a text names as a recipient is in the register, and the other way round."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from messages import say
from notices.prose import PLACEHOLDER, prose
from notices.rules.missing_disclosure import NOTICE
from notices.rules.rule import Objection, Rule, object_to
from registers import processing, source

if TYPE_CHECKING:
    from collections.abc import Iterator

    from notices.corpus import Corpus

#: Companies that websites commonly hand data to, by the name that a text would use.
_PROCESSORS = """
Adobe Adyen Akamai Algolia Amazon AWS Apple Auth0 Azure Braintree Brevo Cloudflare Cloudfront
Criteo Datadog DigitalOcean DocuSign Dropbox Facebook Fastly Firebase Freshdesk GitHub Google
GoCardless Heroku Hetzner Hotjar HubSpot Intercom IONOS Klarna LinkedIn Mailchimp Mailgun Mapbox
Matomo Meta Microsoft Mollie Netlify OneTrust OVH PayPal Pinterest Plausible PostHog Postmark
Salesforce Segment SendGrid Sendinblue Sentry Shopify Slack Stripe TikTok Twilio Twitter Typeform
Usercentrics Vercel Vimeo YouTube Zendesk Zoom
"""
PROCESSORS: Final = tuple(_PROCESSORS.split())
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(PROCESSORS)})(?!\w)")


def judge(corpus: Corpus) -> Iterator[Objection]:
    """Object to a company that no recipient is, and to a recipient that the notice leaves out."""
    recipients = corpus.site.facts.register.recipients
    entities = " ".join(
        entry.entity if isinstance(entry.entity, str) else f"{entry.entity.de} {entry.entity.en}"
        for entry in recipients.values()
    )
    for text in corpus.all():
        for passage in text.passages:
            for name in dict.fromkeys(_NAME.findall(prose(passage.source))):
                if name not in entities:
                    message = say(
                        "'{name}' is no recipient of the register; enter it below [recipients] in "
                        "processing.toml, or take the name out",
                        name=name,
                    )
                    yield object_to(text, passage, message, name)
    yield from _unused(corpus)


def _unused(corpus: Corpus) -> Iterator[Objection]:
    """Object to a recipient that no activity names, when the notice has no table of recipients."""
    register = corpus.site.facts.register
    used = {name for activity in register.activities.values() for name in activity.recipients}
    placed = {
        match[1]
        for text in corpus.texts.get(NOTICE, {}).values()
        for passage in text.passages
        for match in PLACEHOLDER.finditer(passage.source)
    }
    written = source.read(corpus.site.root / processing.FILE, corpus.site.root)
    for name in register.recipients:
        if name not in used or "table.recipients" not in placed:
            message = say(
                "the recipient '{name}' stands in no activity or the notice has no "
                "{table}; name it in an activity, or remove it",
                name=name,
                table="{{ table.recipients }}",
            )
            place = written.finding(("recipients", name), "", message).location
            yield Objection(place, message, name)


RULE = Rule("unknown-recipient", judge)
