"""The interface in French: what stands under the five headings of a brief."""

TEXTS: dict[str, str] = {
    # why
    "The rules that decide": "Les règles qui décident",
    "This answer settles the verdict": "Cette réponse décide du verdict",
    "These answers settle the verdict": "Ces réponses décident du verdict",
    "This answer, plus that to “{stops}”, settles the verdict": (
        "Cette réponse et celle à « {stops} » décident du verdict"
    ),
    "These answers, plus that to “{stops}”, settle the verdict": (
        "Ces réponses et celle à « {stops} » décident du verdict"
    ),
    "{number} answers, plus that to “{stops}”, settle the verdict. Among them": (
        "{number} réponses et celle à « {stops} » décident du verdict. Parmi elles"
    ),
    "{number} answers settle the verdict. Among them": "{number} réponses décident du verdict. Parmi elles",
    "in between": "entre les deux",
    "not applicable": "sans objet",
    "open: {questions}": "ouvert : {questions}",
    "{number} not met and a serious obstacle": "{number} non remplis et obstacles sérieux",
    "{number} not met": "{number} non remplis",
    "{number} met": "{number} remplis",
    "{number} undecided": "{number} indécis",
    "{number} criteria: {counts}.": "{number} critères : {counts}.",
    "{number} criterion: {counts}.": "{number} critère : {counts}.",
    "Numbers that do not fit together": "Chiffres qui ne vont pas ensemble",
    "Answers that contradict each other": "Réponses qui se contredisent",
    "It also depends on": "Cela dépend aussi de",
    "Reconsider when": "À reconsidérer quand",
    "If {parts}, the verdict would be {title}.": "Si {parts}, le verdict serait {title}.",
    ", and ": ", et si ",
    "“{question}” were {answers}": "la réponse à « {question} » était {answers}",
    "“{question}” turned out to be {answers}": "la réponse à « {question} » se révélait être {answers}",
    "Changing {names} takes effort.": "Ce qui demande un effort : changer {names}.",
    "Check {names} first: if it is wrong, the verdict could be {verdicts}.": (
        "Vérifiez d'abord {names} : si cette réponse est fausse, le verdict pourrait être {verdicts}."
    ),
    "Check {names} first: if one of them is wrong, the verdict could be {verdicts}.": (
        "Vérifiez d'abord {names} : si l'une de ces réponses est fausse, le verdict pourrait être {verdicts}."
    ),
    "Your numbers answer this: {said} Do you agree?": "Vos chiffres y répondent : {said} Êtes-vous d'accord ?",
    "Your numbers answer one of these: {said}": "Vos chiffres répondent à l'une de ces questions : {said}",
    # framing
    "Why it applies": "Pourquoi cela convient",
    "Choose it when": "À choisir quand",
    "No longer enough": "Ne suffit plus",
    "This cannot work as it stands": "Cela ne peut pas marcher tel quel",
    "Fix this first": "À corriger d'abord",
    "The answer that would narrow it down most": "La réponse qui resserrerait le plus le choix",
    "The task": "La tâche",
    "Form of the output": "Forme de la sortie",
    "Not to be used as inputs": "À ne pas utiliser comme entrées",
    "The cheaper way": "La solution moins coûteuse",
    "Often suffices": "Suffit souvent",
    "Go beyond it when": "Aller plus loin quand",
    "Limits": "Limites",
    "How to evaluate it": "Comment l'évaluer",
    "{metric} misleads when": "{metric} trompe quand",
    "How to compare": "Comment comparer",
    "Baseline to beat": "Référence à battre",
    "Misleading metrics": "Mesures trompeuses",
    "Also fits": "Convient aussi",
    "Other ways to frame it": "Autres formulations",
    "The task type is still open: {names}.": "Le type de tâche est encore ouvert : {names}.",
    "The task type is still open: {number} are possible.": (
        "Le type de tâche est encore ouvert : {number} sont possibles."
    ),
    "Your answers leave open what kind of task this is: {kinds}. Here it is framed as the first.": (
        "Vos réponses laissent ouvert de quel genre de tâche il s'agit : {kinds}. Ici, c'est le premier qui est retenu."
    ),
    "The deciding question: {question}.": "La question qui en décide : {question}.",
    "Start at step {place}": "Commencer à l'étape {place}",
    "Measure there": "À mesurer à cette étape",
    "In the same test": "Dans le même test",
    "Step {number}, {title}. If it reaches the target on the same cases, stay with it.": (
        "Étape {number}, {title}. Si elle atteint l'objectif sur les mêmes cas, restez-y."
    ),
    "Go up from step {place} only on evidence.": "Ne dépassez l'étape {place} que si des mesures le justifient.",
    "From the least effort to the most": "Du moindre effort au plus grand",
    "The least effort is at the bottom. Below each step: the cost of one case.": (
        "Le moindre effort est en bas. Sous chaque étape : le coût d'un cas."
    ),
    "Step": "Étape",
    "Cost of one case": "Coût d'un cas",
    "Then “{step}”, only when": "Puis « {step} », seulement quand",
    # objectives and money
    "Better split into several": "À séparer en plusieurs",
    "You named {names}. Agree which of them comes first where one costs the other.": (
        "Vous avez nommé {names}. Convenez de ce qui passe en premier là où l'un se paie par l'autre."
    ),
    "Answer {question} to read what must not get worse, and who wants what, with such a goal.": (
        "Répondez à {question} pour lire ce qui ne doit pas empirer, et qui veut quoi, avec un tel but."
    ),
    "The goal": "Le but",
    "The simple way": "La méthode simple",
    "What was wanted": "Ce qui était voulu",
    "Each is moved by the next": "Chacun dépend du suivant",
    "What must not get worse": "Ce qui ne doit pas empirer",
    "Who wants what": "Qui veut quoi",
    "Conflict": "Conflit",
    "How the metric can improve while the goal is missed": (
        "Comment la mesure peut s'améliorer alors que le but est manqué"
    ),
    "Please check these numbers": "Chiffres à vérifier",
    "Possible, but look at these again": "Possibles, mais à revoir",
    "What others reached": "Ce que d'autres ont atteint",
    # requirements, risks and the plan
    "Risks": "Risques",
    "In this case": "Dans ce cas",
    "If it is planned anew": "Si le projet est repensé",
    "Further next steps": "Autres étapes à suivre",
    "Stages of the whole project": "Phases du projet entier",
    "Done when: {what}": "Terminé quand : {what}",
    "{number} point further down.": "{number} point plus bas.",
    "{number} points further down.": "{number} points plus bas.",
    "Good to know": "Bon à savoir",
    "Task": "Tâche",
    "Measure": "Mesure",
    "Experience": "Expérience",
    "Right answers, only to judge the results": "Bonnes réponses, seulement pour juger les résultats",
    "None of your own: nothing is learned from your past cases.": (
        "Aucune à vous : rien n'est appris de vos cas passés."
    ),
    "Past cases, each with its right answer: {label}": "Des cas passés, chacun avec sa bonne réponse : {label}",
    "Cases without right answers, or none of your own.": "Des cas sans bonnes réponses, ou aucune à vous.",
    "By its brief this idea is to be put differently first. Then name its task, measure and experience.": (
        "D'après sa synthèse, l'idée est d'abord à reformuler. Nommez ensuite sa tâche, sa mesure et son expérience."
    ),
    "By its brief nothing is to be learned here, so it has no task, measure or experience to name.": (
        "D'après sa synthèse, rien n'est à apprendre ici, donc elle n'a ni tâche, ni mesure, ni expérience à nommer."
    ),
    "Still open, though no longer decisive": "Encore ouvert, mais ne décide plus",
}
