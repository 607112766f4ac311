"""Common French words with which people begin a line: inside a sentence they lose the capital of its beginning."""

from __future__ import annotations

_LISTED = """
à afin après au aucun aucune auprès aussitôt aux avant avec ce cela celle celles celui ces cet cette ceux chaque chez
combien comment dans de depuis dès des deux dix donc dont du durant elle elles en entre environ est-ce être eux grâce
il ils je jusqu'à la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui ma mes mon ne nos notre
nous on où par parmi pas pendant personne plusieurs pour pourquoi puis quand quatre que quel quelle quelles quels
quelqu'un qui quoi rien sa sans selon ses si son sous sur ta tes ton tous tout toute toutes trois un une vers voici
vos votre vous y
achat acheteur adresse agence agent âge aide alerte amélioration ancien annonce appareil appel approbation arrêt
article assurance atelier aujourd'hui autre avis baisse bénéfice besoin bilan bon bonne bruit budget bureau candidat
candidate candidature capteur cas catégorie chambre chance changement chauffeur chef chiffre choix classe client
cliente clients code colis comité commande commandes comme commercial commentaire compte comptes conducteur contenu
contrat contrôle contrôleur conversation copie coût cours courrier critère date début décision défaut délai demain
demande demandes demandeur demandeuse département dépense dernier dernière description dette diagnostic différence
distance document documents données dossier dossiers durée échantillon échéance école élève élèves employé employée
employés énergie enfant enregistrement enseignant enseignante entrée entreprise entretien envoi équipe erreur espèce
essai établissement étape état étiquette étudiant étudiante étudiants exemple facteur facture factures faible faute
fenêtre fiche fichier fin fois force formulaire fournisseur fréquence gain gare genre gestionnaire groupe
habitude hausse hauteur heure heures hier historique hôpital horaire image images incident indice information
informations ingénieur inspecteur inspection intervention inventaire jour journal journée jours langue lecture lettre
lettres lieu ligne liste livraison livre livreur logement machine magasin maison maladie manque marchandise marque
matériel matin mauvais mauvaise médecin meilleur meilleure mesure mesures message messages météo minute mode modèle
moins mois moment montant mot mots motif moyenne nature niveau nom nombre nombres note notes nouveau nouvelle numéro
objet offre opérateur opération option ordre orientation origine page paiement paiements panne panier part partie
passage passager patient patiente patients patron pays perte personnel personnes petit petite photo photos pièce
pièces place plainte plan plante plus poids population position poste pourcentage premier première prêt prévision
principal prix probabilité problème procès procédure produit produits professeur profil programme projet proportion
propriétaire qualité quantité quartier question questions rang rapport réclamation recette reconnaissance refus région
règle relevé remboursement rendement rendez-vous réparation réponse réponses repas requête résultat résultats retard
retour réunion revenu risque route salaire salarié salle saison santé score secteur semaine sens série service
services session seuil signal site société soir solde solution somme sortie source stock structure succès suite sujet
surface système tâche taille taux technicien technicienne température temps tendance tension terrain test texte
textes ticket titre total toujours tournée trafic train trajet travail type usage usager usine utilisateur utilisatrice
valeur valeurs vendeur vendeuse vent vente ventes véhicule version vidéo vie ville visite visiteur vitesse voiture
volume voyage zone
"""
_OPENERS = frozenset(_LISTED.split())
_ELIDED = ("l", "d", "s", "qu", "n", "j", "c", "m", "t", "lorsqu", "jusqu", "puisqu")


def is_opener(word: str) -> bool:
    """Whether a word is one of them, in the singular or plural, or begins with one that is elided: "L'historique"."""
    plain = word.lower().rstrip(",:;").replace("’", "'")
    elided, apostrophe, _ = plain.partition("'")
    return plain in _OPENERS or plain.removesuffix("s") in _OPENERS or bool(apostrophe and elided in _ELIDED)
