"""The interface in French: a class, what its votes say and what is left of it."""

TEXTS: dict[str, str] = {
    # what the votes say
    "Fewer than five have answered, so nothing is shown.": (
        "Moins de cinq personnes ont répondu ; rien n'est donc montré."
    ),
    "Held back": "Non montré",
    "Figures about fewer than five people are not shown, nor is whatever would give them away. With five to eight "
    "people, that leaves only what all of them answered alike; from nine on, more is shown.": (
        "Les chiffres qui portent sur moins de cinq personnes ne sont pas montrés, ni ce qui les révélerait. De cinq à "
        "huit personnes, il ne reste que ce à quoi toutes ont répondu de la même façon ; à partir de neuf, on en "
        "montre davantage."
    ),
    "Start anyway": "Commencer quand même",
    "Nobody has joined yet. Start anyway?": "Personne ne participe encore. Commencer quand même\u00a0?",
    "Joined so far: only {number}. Start anyway?": (
        "{number} seulement participent pour l'instant. Commencer quand même\u00a0?"
    ),
    "Not told, as too few ticked an answer, or too few did not": (
        "Non montré, car trop peu de personnes ont coché une réponse, ou ne l'ont pas cochée"
    ),
    "Held back, as it would tell what fewer than five chose.": (
        "Non montré, car cela révélerait ce que moins de cinq personnes ont choisi."
    ),
    "fewer than five": "moins de cinq",
    "at least {share} %": "au moins {share} %",
    "Rounded, so the shares do not add up to 100 %.": (
        "Arrondi\u00a0: le total des parts ne fait donc pas 100\u00a0%."
    ),
    "about {share} %": "environ {share} %",
    "about {number}": "environ {number}",
    "Not asked, or not answered": "Question non posée, ou sans réponse",
    "at least {number}": "au moins {number}",
    "among the others": "parmi les autres",
    "Other answers": "Autres réponses",
    "Other advice": "Autres conseils",
    "Open: more than two verdicts possible": "Encore ouvert : plus de deux verdicts possibles",
    "–: nobody, or too few to tell": "– : personne, ou trop peu pour le dire",
    "your answer": "votre réponse",
    "yours is among them": "la vôtre en fait partie",
    "you are among them": "vous en faites partie",
    "you": "vous",
    "The room agrees on the advice, with different answers.": (
        "La salle est d'accord sur le conseil, avec des réponses différentes."
    ),
    "Your advice differs": "Vos conseils diffèrent",
    "The advice differs, but on no question that at least half have answered.": (
        "Les conseils diffèrent, mais sur aucune question à laquelle au moins la moitié a répondu."
    ),
    "Answered by {number} of {total}": "Réponses : {number} sur {total}",
    "The room agrees: no single question changes anybody's advice.": (
        "La salle est d'accord : aucune question ne change, à elle seule, le conseil de qui que ce soit."
    ),
    "**The deciding question: {question}** {share}": "**La question qui décide : {question}** {share}",
    "In {number} of {total} pairs, the advice of one would change if they gave the other's answer to it.": (
        "Dans {number} paires sur {total}, le conseil de l'un changerait s'il y donnait la réponse de l'autre."
    ),
    "In some pairs, the advice of one would change if they gave the other's answer to it.": (
        "Dans certaines paires, le conseil de l'un changerait s'il y donnait la réponse de l'autre."
    ),
    "What the ideas come to": "À quoi les idées aboutissent",
    "The answers, question by question": "Les réponses, question par question",
    "What the room advises": "Ce que conseille la salle",
    "Before and after": "Avant et après",
    "The room as a whole": "La salle dans son ensemble",
    "If any answer that somebody gave may be right, the advice can be: {names}.": (
        "Si toute réponse donnée par quelqu'un peut être la bonne, le conseil peut être : {names}."
    ),
    "Published: **{published}**.": "Publié : **{published}**.",
    "The published outcome comes with the reveal.": "Le résultat publié viendra avec le dévoilement.",
    "As we read the source: {verdict}": "D'après notre lecture de la source : {verdict}",
    "**{still} of {joined} have not answered all. Close the vote? It cannot be opened again.**": (
        "**{still} sur {joined} n'ont pas répondu à tout. Clore le vote ? Il ne pourra pas être rouvert.**"
    ),
    "Close the vote": "Clore le vote",
    "Wait": "Attendre",
    "Deleted.": "Supprimé.",
    "As we read the source: **{answer}**": "D'après notre lecture de la source : **{answer}**",
    "Who changed their mind": "Qui a changé d'avis",
    "Held back: each figure here would be about fewer than five people, or would give one away.": (
        "Non montré : chaque chiffre porterait ici sur moins de cinq personnes, ou en révélerait un."
    ),
    "{question} Rows: the first vote. Columns: the second.": (
        "{question} Lignes : le premier vote. Colonnes : le second."
    ),
    "How many went from which answer to which": "Combien sont passés de quelle réponse à quelle autre",
    "“{hidden}”: figures about fewer than five, and what would tell them, are held back.": (
        "« {hidden} » : les chiffres qui portent sur moins de cinq personnes, et ce qui les révélerait, ne sont "
        "pas montrés."
    ),
    "{changed} of {both} changed this answer.": "{changed} sur {both} ont changé cette réponse.",
    "Questions, the one that divides most first": "Les questions, en commençant par celle qui divise le plus",
    "**{short}** · makes the difference in {number} of {total} pairs": (
        "**{short}** · fait la différence dans {number} paires sur {total}"
    ),
    "How many gave which answer to: {question}": "Combien ont donné quelle réponse à : {question}",
    "As a table": "En tableau",
    # what is left of a class
    "Take home": "À emporter",
    "Summary (PDF)": "Résumé (PDF)",
    "Summary (Markdown)": "Résumé (Markdown)",
    "Totals (CSV)": "Totaux (CSV)",
    "Ideas (CSV)": "Idées (CSV)",
    "Each participant (CSV)": "Chaque participant (CSV)",
    "Ideas": "Idées",
    "Participants": "Participants",
    "round": "vote",
    "nickname": "pseudonyme",
    "idea": "idée",
    "question": "question",
    "answer": "réponse",
    "participants": "participants",
    "{number} took part.": "Participants : {number}.",
    "Most of the difference comes from: {question}": "L'essentiel de la différence vient de : {question}",
    "Not told apart, as fewer than five gave one of the answers": (
        "Réponses regroupées, car moins de cinq personnes ont donné l'une d'elles"
    ),
    "Figures about fewer than five participants are held back.": (
        "Les chiffres qui portent sur moins de cinq participants ne sont pas donnés."
    ),
    "The class and everything in it will be deleted on {moment}.": (
        "La classe et tout ce qu'elle contient seront supprimés le {moment}."
    ),
    "Delete everything now": "Tout supprimer maintenant",
    "Delete this class for good, with everybody in it and all answers? It cannot be brought back.": (
        "Supprimer définitivement cette classe, avec tous ses participants et toutes les réponses ? Elle ne pourra "
        "pas être récupérée."
    ),
    "Delete for good": "Supprimer définitivement",
}
