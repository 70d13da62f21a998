package fr.preau.plugins.cahierdetextes;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.web.Hue;

/** What the cahier de textes brings to an ENT. */
public final class CahierDeTextesPlugin extends EntPlugin {

    @Override
    protected void configure() {
        authority(Authority.EDUCATION_NATIONALE);
        permission(
                "read",
                "Voir le travail donné",
                Profile.PUPIL,
                Profile.GUARDIAN,
                Profile.TEACHER,
                Profile.HEAD,
                Profile.SCHOOL_STAFF);
        permission("give", "Donner du travail à ses classes", Profile.TEACHER, Profile.HEAD);
        permission("tick", "Cocher ce qui est fait", Profile.PUPIL);
        launcher("Cahier de textes", "notebook-pen", Hue.INK, "read");
        page(WeekPages.class);
        page(WorkPages.class);
        page(TickPages.class);
        api(WorkApi.class);
        api(ClassApi.class);
        dao(WorkDao.class);
        dao(BlogDao.class);
        listener(BlogNews.class);
        job("Effacer ce qui n’a plus à être gardé", Retention.class);
        tile(DueTile.class);
        personalData(CahierPersonalData.class);
        bind(Works.class);
    }
}
