package fr.preau.plugins.cantine;

import fr.preau.api.privacy.PersonalData;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/**
 * Nothing about families or children is kept here. Who of the staff saved or published a menu is, and a file being imported
 * is its sender's for a day. Thread-safe.
 */
@Singleton
public final class CantinePersonalData implements PersonalData {
    private final PersonalDataDao dao;

    @Inject
    CantinePersonalData(PersonalDataDao dao) {
        this.dao = dao;
    }

    @Override
    public List<Kept> register() {
        return List.of(
                new Kept(
                        "Nom de l’agent qui a enregistré ou publié un menu",
                        "Savoir à qui s’adresser pour corriger un menu",
                        "Aussi longtemps que le menu, ou jusqu’à l’effacement du compte de l’agent"),
                new Kept(
                        "Fichier de menus en cours d’import, avec l’agent qui l’a envoyé",
                        "Montrer ce qui va changer avant de l’enregistrer",
                        "Jusqu’à la confirmation, un jour au plus"));
    }

    @Override
    public List<Item> export(UUID personId) {
        return dao.kept(personId).stream()
                .map(kept -> new Item(
                        switch (kept.kind()) {
                            case "PUBLISHED" -> "Menu publié";
                            case "SAVED" -> "Menu enregistré";
                            default -> "Fichier en cours d’import";
                        },
                        kept.at().toString(),
                        kept.text()))
                .toList();
    }

    @Override
    public int erase(UUID personId) {
        return dao.forgetSaver(personId) + dao.forgetPublisher(personId) + dao.deleteDrafts(personId);
    }
}
