package fr.preau.plugins.annuaireonde;

/** Small files of made-up people with the columns of BE1D and of ONDE. */
final class OndeFiles {
    private OndeFiles() {}

    /** Pupils as BE1D exported them, with a leading blank in “ Cycle”. */
    static Sheet oldPupils() {
        return Sheet.of("Nom Elève;Nom d'usage Elève;Prénom Elève;Date naissance;Sexe;Adresse1;Cp1;Commune1;Pays1;"
                        + "Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Classe;Attestation fournie;"
                        + "Autorisations associations;Autorisations photos;Décision de passage")
                .row(
                        "EXEMPLE;;Zoé;2019-03-02;F;1 rue de l'Essai;01000;ESSAIVILLE;FRANCE;;;;;CYCLE II;CP;CP-A;Oui;Oui;Non;")
                .row("FICTIF;INVENTÉ;Éloi;2018-11-30;H;2 rue de l'Essai;99000;ESSAIVILLE;FRANCE;"
                        + "3 place du Modèle;99100;MODÈLE-SUR-ŒUF;;CYCLE II;CE1;CE1-B;Non;Non;Oui;Passage");
    }

    /** Pupils as ONDE exports them. */
    static Sheet pupils() {
        return Sheet.of("Nom élève;Nom d'usage élève;Prénom élève;Date naissance;Sexe;INE;Adresse1;Cp1;Commune1;Pays1;"
                        + "Adresse2;Cp2;Commune2;Pays2; Cycle;Niveau;Libellé classe;Identifiant classe;"
                        + "Attestation fournie;Autorisation associations;Autorisation photo;Décision de passage")
                .row("EXEMPLE;;Zoé;02/03/2019;F;000000001AA;1 rue de l'Essai;01000;ESSAIVILLE;FRANCE;"
                        + ";;;;CYCLE II;CP;CP de Mme Craie;101;O;O;N;")
                .row("FICTIF;INVENTÉ;Éloi;30/11/2018;M;000000002BB;2 rue de l'Essai;99000;ESSAIVILLE;FRANCE;"
                        + "3 place du Modèle;99100;MODÈLE;;CYCLE II;CE1;CE1 de M. Ardoise;102;N;N;O;Passage");
    }

    /** Guardians, with room for three children: the same four headers three times. */
    static Sheet guardians() {
        String child = ";Nom d'usage enfant;Nom de famille enfant;Prénom enfant;Classes enfants";
        return Sheet.of("Civilité Responsable;Nom usage responsable;Nom responsable;Prénom responsable;"
                        + "Adresse responsable;CP responsable;Commune responsable;Pays;Courriel;Téléphone domicile;"
                        + "Téléphone travail;Téléphone portable" + child + child + child)
                .row("MME;;EXEMPLE;Chloé;1 rue de l'Essai;01000;ESSAIVILLE;FRANCE;chloe@exemple.invalid;0199000001;;"
                        + "0639980001;;EXEMPLE;Zoé;CP-A;;EXEMPLE;Léa;CE1-B;;;;")
                .row("M.;;FICTIF;Gaël;2 rue de l'Essai;99000;ESSAIVILLE;FRANCE;;;;;INVENTÉ;FICTIF;Éloi;CE1-B;;;;;;;;");
    }

    /** Teachers, a row for each class. */
    static Sheet teachers() {
        return Sheet.of("Civilité;Nom usage;Nom;Prénom;Adresse;CP;Commune;Pays;Courriel;Téléphone domicile;"
                        + "Téléphone portable;Directeur;Classe")
                .row("MME;;CRAIE;Camille;;;;;camille.craie@exemple.invalid;;;Oui;CP-A")
                .row("M.;;ARDOISE;Sacha;;;;;;;;Non;CE1-B");
    }
}
