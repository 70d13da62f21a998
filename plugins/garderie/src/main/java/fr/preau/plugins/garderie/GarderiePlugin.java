package fr.preau.plugins.garderie;

import static fr.preau.api.Profile.GUARDIAN;
import static fr.preau.api.Profile.HEAD;
import static fr.preau.api.Profile.MUNICIPAL_STAFF;
import static fr.preau.api.Reach.SCHOOL;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.web.Hue;

/** What the evening garderie brings to an ENT. No profile sees a child's name here: the team gets a role, with its hours. */
public final class GarderiePlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.COLLECTIVITE);
        permission("enter", "Ouvrir la garderie", SCHOOL, GUARDIAN, MUNICIPAL_STAFF, HEAD);
        permission("book", "Inscrire ses enfants à la garderie", SCHOOL, GUARDIAN);
        permission("count", "Voir combien d’enfants sont attendus", SCHOOL, MUNICIPAL_STAFF, HEAD);
        permission("tonight", "Voir la liste de ce soir et noter les départs", SCHOOL);
        permission("care", "Lire la fiche santé d’un enfant présent ce soir", SCHOOL);
        role("equipe", "Animation de la garderie", "enter", "tonight", "care");
        launcher("Garderie", "moon", Hue.PLUM, "enter");

        page(FamilyPages.class);
        page(TeamPages.class);
        api(FamilyApi.class);
        api(TeamApi.class);
        tile(EveningTile.class);
        dao(StayDao.class);
        dao(CareDao.class);
        dao(PersonalDataDao.class);
        dao(RetentionDao.class);
        job("Effacer ce qui n’a plus à être gardé", Retention.class);
        personalData(GarderiePersonalData.class);
        bind(Bookings.class);
        bind(Evening.class);
    }
}
