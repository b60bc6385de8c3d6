"""Headings that nobody listed: what their words state together, and that a word which is not known says nothing."""

from __future__ import annotations

import pytest

from stackaudit.sources.importers.cells.plain import words
from stackaudit.sources.importers.columns.composed_headings import composed
from stackaudit.sources.importers.columns.headings import COMPOSED, readings
from stackaudit.sources.importers.columns.ways import WAYS
from stackaudit.sources.importers.columns.words_of_headings import CONCEPTS, FILLERS, RULES


@pytest.mark.parametrize(
    ("heading", "way"),
    [
        ("Lizenzkosten CHF/Jahr", "cost.annual"),
        ("Importe anual (sin IVA)", "cost.annual"),
        ("Prijs per jaar", "cost.annual"),
        ("$/mo", "cost.monthly"),
        ("mtl. Kosten", "cost.monthly"),
        ("Kosten im Monat (€)", "cost.monthly"),
        ("Vertragsablauf", "cost.renews"),
        ("Date de fin de contrat", "cost.renews"),
        ("Fecha de vencimiento", "cost.renews"),
        ("Contract tot", "cost.renews"),
        ("When does it renew?", "cost.renews"),
        ("nächste Verlängerung", "cost.renews"),
        ("Reconduction tacite", "cost.auto_renews"),
        ("N.º licencias", "cost.seats"),
        ("Fecha inicio", "bought.on"),
        ("Área solicitante", "bought.department"),
        ("Appl.-Verantwortung IT", "owner.technical"),
        ("Responsable SI", "owner.technical"),
        ("Technisch beheerder", "owner.technical"),
        ("Functioneel beheerder", "owner.business"),
        ("Fachlicher Ansprechpartner", "owner.business"),
        ("Who owns it", "owner.some"),
        ("Zuständig", "owner.some"),
        ("Verantwortliche Fachabteilung", "owner.department"),
        ("Niveau de criticité", "service.criticality"),
        ("Authentification SSO", "security.sso"),
        ("2-step login?", "security.mfa"),
        ("Login shared?", "security.shared_accounts"),
        ("Where stored", "regions"),
        ("Speicherort der Daten", "regions"),
        ("Personendaten", "data.personal"),
        ("Kategorien personenbezogener Daten", "data.categories"),
        ("Kategorien betroffener Personen", "data.subjects"),
        ("How long kept", "data.retention"),
        ("Verwerkersovereenkomst getekend", "privacy.agreement"),
        ("Drittlandübermittlung", "privacy.transfer"),
        ("Zweck der Verarbeitung", "description"),
        ("What is it?", "description"),
        ("Einsatz für", "description"),
        ("Eingesetzte Software", "name"),
        ("Producto", "name"),
        ("Counterparty", "vendor"),
        ("Run Cost p.a. (k€)", "cost.annual"),
        ("Vertrag läuft bis", "cost.renews"),
        ("Lizenz gültig bis", "cost.renews"),
        ("Anz. Lizenzen", "cost.seats"),
        ("Hauptverantwortliche/r", "owner.some"),
        ("Systemverantwortliche:r", "owner.some"),
        ("Responsable interno", "owner.some"),
        ("DSGVO: AVV vorhanden?", "privacy.agreement"),
        ("compliance.dpaSignedAt", "privacy.agreement"),
        ("Wofür nutzen wir es?", "description"),
        ("Aplicación utilizada", "name"),
    ],
)
def test_the_words_of_a_heading_state_together(heading: str, way: str) -> None:
    first = readings(heading)[0]

    assert (first.way, first.rank >= COMPOSED) == (way, True)


@pytest.mark.parametrize(
    "heading",
    [
        "Cost per seat",
        "Cost/License",
        "Preis pro Nutzer",
        "Kosten je Nutzer",
        "Coste por licencia",
        "Lizenzpreis",
        "Prijs per gebruiker",
        "Anschaffungskosten",
        "Wartungskosten p.a.",
        "Anzahl User",
        "Number of users",
        "SSO möglich",
        "SSO cost",
        "Contract number",
        "Contract owner",
        "Data owner",
        "Notice date",
        "Next review",
        "Total contract value",
        "Last used date",
        "Who uses it",
        "Owner email",
        "Lizenztyp",
        "Responsable traitement",
        "the",
        "2026",
        "cost " * 40,
    ],
)
def test_a_heading_with_other_words_or_of_other_things_states_nothing(heading: str) -> None:
    assert readings(heading) == ()


def test_a_listed_name_counts_before_the_words_of_a_heading() -> None:
    assert [reading.rank < COMPOSED for reading in readings("Annual cost")] == [True]


def test_of_integrations_nothing_is_composed() -> None:
    assert readings("Vertragsablauf", of_flows=True) == ()


def test_every_rule_states_what_columns_can_state_by_concepts_that_have_words() -> None:
    concepts = {line.split(":")[0].strip() for line in CONCEPTS.splitlines() if ":" in line}
    ways = [line.split(": ")[0].strip() for line in RULES.splitlines() if ": " in line]
    needed = {
        word
        for line in RULES.splitlines()
        for rule in line.rpartition(": ")[2].split(";")
        for word in rule.replace("+", " ").split()
    }

    assert set(ways) <= set(WAYS)
    assert len(ways) == len(set(ways))
    assert needed <= concepts


def test_words_of_concepts_are_folded_and_no_fillers() -> None:
    listed = [
        word.strip() for line in CONCEPTS.splitlines() for word in line.rpartition(":")[2].split(",") if word.strip()
    ]

    assert [word for word in listed if words(word) != word] == []
    assert [word for word in listed if word in FILLERS] == []


def test_a_compound_is_what_its_parts_are() -> None:
    assert composed("vertrag ablauf") == composed("vertragsablauf") == ("cost.renews",)
