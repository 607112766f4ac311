"""Which French words are infinitives: by their endings where these tell, from a list where nouns end the same way.

"courrier", "lettre" and "miroir" end as "vérifier", "mettre" and "voir" do.
"""

from __future__ import annotations

import re

_ENDING = re.compile(r"\w+(?:(?<!i)er|(?<![ao])ir)")
_NO_VERBS = """
avenir boucher boulanger bulldozer cancer chère clair cluster computer container cuir cutter danger désir enfer fer
foyer hiver laser leader loisir loyer léger master messager passager plaisir plancher potager rocher souvenir
starter super tender tir trader transfer usager étranger
"""
"""Nouns and adjectives that have such an ending."""
_LISTED = """
approprier apprécier associer bonifier certifier clarifier codifier confier copier crier différencier
distancier diversifier délier envier expédier falsifier fortifier gracier identifier initier intensifier justifier
licencier lier manier modifier multiplier notifier négocier oublier pacifier parier photographier planifier plier
prier publier qualifier quantifier recopier rectifier relier remercier remédier résilier sacrifier signifier
simplifier spécifier trier vivifier vérifier épier étudier
apercevoir asseoir avoir concevoir entrevoir percevoir pourvoir promouvoir prévoir recevoir revoir savoir surseoir
valoir voir vouloir émouvoir
abattre accroître admettre apparaître apprendre atteindre attendre battre boire combattre commettre comprendre
conclure conduire connaître construire contraindre contredire convaincre coudre craindre croire croître cuire
descendre dire disparaître dissoudre distraire débattre décrire déduire défendre dépendre détruire entendre
entreprendre exclure extraire faire inclure inscrire instruire interdire interrompre introduire joindre lire mettre
moudre naître omettre paraître peindre perdre permettre plaindre plaire poursuivre prendre prescrire produire
promettre prédire reconduire reconnaître reconstruire redire refaire rejoindre relire remettre rendre reprendre
reproduire restreindre revendre rire rompre réduire répandre répondre résoudre réécrire réélire satisfaire soumettre
sourire souscrire soustraire suffire suivre surprendre survivre suspendre taire tendre traduire transcrire
transmettre vaincre vendre vivre écrire élire émettre éteindre étendre être
"""
_NOUNS, _OTHERS = frozenset(_NO_VERBS.split()), frozenset(_LISTED.split())


def is_infinitive(word: str) -> bool:
    """Whether a word surely is one: "appeler", "choisir", "mettre"; not "courrier", "lettre" or "avenir"."""
    small = word.lower()
    return small in _OTHERS or (_ENDING.fullmatch(small) is not None and small not in _NOUNS)
