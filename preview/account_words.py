"""What the stand-in says, in both languages."""

from __future__ import annotations

WORDS: dict[str, dict[str, str]] = {
    "de": {
        "language": "Deutsch",
        "home": "Zur Website",
        "stand_in": "Hier antwortet ein Ersatz für den Kontodienst, damit sich Formulare und Links "
        "auf dem eigenen Rechner ausprobieren lassen. Er speichert nichts.",
        "overview": "Konto",
        "signed_in": "Sie sind angemeldet.",
        "signed_out": "Sie sind nicht angemeldet.",
        "sign_in": "Anmelden",
        "sign_in_sets": "Die Anmeldung setzt das Cookie „session“. Es gibt hier keine Konten, "
        "deshalb fragt niemand nach einem Passwort.",
        "sign_out": "Abmelden",
        "sign_out_removes": "Die Abmeldung löscht das Cookie „session“.",
        "trial": "Testzugang anfordern",
        "name": "Name",
        "name_wrong": "Bitte geben Sie Ihren Namen ein (höchstens 200 Zeichen).",
        "email": "E-Mail-Adresse",
        "email_wrong": "Bitte geben Sie eine E-Mail-Adresse ein, etwa name@example.org.",
        "thanks": "Danke",
        "thanks_text": "Name und E-Mail-Adresse sind angekommen und schon wieder vergessen. "
        "Der echte Dienst schickt Ihnen jetzt eine E-Mail, dieser hier nicht.",
    },
    "en": {
        "language": "English",
        "home": "To the website",
        "stand_in": "This is a stand-in for the account service, so that forms and links can be "
        "tried on one’s own computer. It keeps nothing.",
        "overview": "Account",
        "signed_in": "You are signed in.",
        "signed_out": "You are not signed in.",
        "sign_in": "Sign in",
        "sign_in_sets": "Signing in sets the cookie “session”. There are no accounts here, "
        "so nobody asks for a password.",
        "sign_out": "Sign out",
        "sign_out_removes": "Signing out deletes the cookie “session”.",
        "trial": "Request a trial account",
        "name": "Name",
        "name_wrong": "Please enter your name (200 characters at most).",
        "email": "E-mail address",
        "email_wrong": "Please enter an e-mail address, such as name@example.org.",
        "thanks": "Thank you",
        "thanks_text": "Your name and e-mail address have arrived and are already forgotten. "
        "The real service now sends you an e-mail; this one does not.",
    },
}
