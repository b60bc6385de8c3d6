"""Ways to sign in as people write them: through single sign-on or not, and with a second factor or not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from stackaudit.sources.importers.cells.plain import one_line, words
from stackaudit.sources.importers.cells.understanding import Understood, open_still, unclear
from stackaudit.sources.importers.cells.yes_no import yes_no

if TYPE_CHECKING:
    from stackaudit.sources.importers.cells.manners import Manner

_LONGEST = 200
_FEDERATED = re.compile(
    r"\b(?:sso|single ?sign ?on|saml|saml2|saml 2 0|oidc|openid|openid connect|ws fed(?:eration)?|okta|entra(?: id)?|"
    r"azure ad|aad|azure active directory|active directory|adfs|ad fs|google(?! authenticator)|microsoft|o365|m365|"
    r"office 365|azure|"
    r"onelogin|jumpcloud|ping(?:id|one|federate)|keycloak|auth0|einmalanmeldung|federated|kerberos|"
    r"shibboleth)\b"
)
_OWN = re.compile(
    r"\b(?:swa|secure web authentication|password|passwords|passwort|mot de passe|wachtwoord|contrasena|"
    r"local (?:login|account|accounts|user|users)|"
    r"own (?:login|account|accounts)|username|user name|direct login|basic auth|basic authentication|"
    r"individual (?:login|account|accounts)|shared (?:login|account)|"
    r"native login|app login|id and pass)\b"
)
_OPEN = re.compile(
    r"\b(?:available|possible|supported|capable|optional|planned|progress|partial|partially|partly|some|soon|pending|todo|"
    r"requested|request|roadmap|only|except|both|mixed|either|required|moving|migrating|geplant|moglich|verfugbar|evaluating|"
    r"enterprise plan|next|later|to be|will)\b"
)
_NOT = re.compile(r"\b(?:no|not|non|without|none|kein|keine|nein|sans|geen|never|nicht|disabled|off|outside|bypass)\b")
_FACTOR = re.compile(
    r"\b(?:totp|authenticator|u2f|fido2?|webauthn|yubikey|hardware (?:key|token)|sms|2fa|mfa|otp|duo|okta verify|"
    r"enforced|required|mandatory|erzwungen|verpflichtend|passkeys?|2 factor|two factor)\b"
)


def single_sign_on(cell: str, manner: Manner) -> Understood:
    """Whether a way to sign in is the organisation's single sign-on.

    An identity provider or a protocol of federation is; a password is not, even where the identity provider fills it
    in, as Okta's SWA does. What names both, or is only possible, is left open.
    """
    plain = yes_no(cell, manner)
    text = words(one_line(cell)[:_LONGEST])
    federated, own = _FEDERATED.search(text), _OWN.search(text)
    if plain.value is not None and not (federated or own):
        return unclear("does not say how people sign in") if manner.vague else plain
    if len(one_line(cell)) > _LONGEST or not (federated or own):
        return unclear("not a way to sign in that is known here")
    if _OPEN.search(text):
        return open_still("does not say that it is in use")
    denied = _NOT.search(text) is not None
    if federated and own:
        return open_still("names several ways to sign in")
    if federated:
        if denied and plain.value is not True:
            return Understood(value=False)
        return open_still("names several ways to sign in") if denied else Understood(value=True)
    return unclear("does not say how people sign in") if denied else Understood(value=False)


def second_factor(cell: str, manner: Manner) -> Understood:
    """Whether a second factor is needed."""
    plain = yes_no(cell, manner)
    text = words(one_line(cell)[:_LONGEST])
    if plain.value is not None:
        return plain
    if re.search(r"\b(?:optional|available|possible|supported|planned|partial|some|not required|depends)\b", text):
        return open_still("does not say that it is needed")
    if _FACTOR.search(text) is None or len(one_line(cell)) > _LONGEST:
        return unclear("neither yes nor no")
    if re.fullmatch(r"(?:via|through|by|with|uber|in) (?:sso|okta|idp|entra|azure ad)(?: .*)?", text):
        return Understood(value=True, doubt="by the single sign-on")
    return Understood(_NOT.search(text) is None)
