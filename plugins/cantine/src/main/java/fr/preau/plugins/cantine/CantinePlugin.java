package fr.preau.plugins.cantine;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.Profile;
import fr.preau.api.Reach;
import fr.preau.api.web.Hue;
import fr.preau.plugins.cantine.intake.ImportDrafts;
import fr.preau.plugins.cantine.intake.MenuImport;
import fr.preau.plugins.cantine.json.DayApi;
import fr.preau.plugins.cantine.json.ImportApi;
import fr.preau.plugins.cantine.json.OpenDataApi;
import fr.preau.plugins.cantine.json.WeekApi;
import fr.preau.plugins.cantine.menu.DraftDesk;
import fr.preau.plugins.cantine.menu.Kitchens;
import fr.preau.plugins.cantine.menu.MenuDao;
import fr.preau.plugins.cantine.menu.MenuWrites;
import fr.preau.plugins.cantine.menu.Menus;
import fr.preau.plugins.cantine.opendata.OpenData;
import fr.preau.plugins.cantine.opendata.PublisherDao;
import fr.preau.plugins.cantine.web.DayPages;
import fr.preau.plugins.cantine.web.ExportPages;
import fr.preau.plugins.cantine.web.ImportPages;
import fr.preau.plugins.cantine.web.LunchTile;
import fr.preau.plugins.cantine.web.PreparePages;
import fr.preau.plugins.cantine.web.TodayPage;
import fr.preau.plugins.cantine.web.WeekPages;

/** What the canteen's menus bring to an ENT. */
public final class CantinePlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.COLLECTIVITE);
        permission("read", "Lire les menus", Reach.SCHOOL, everyone());
        permission("publish", "Préparer, importer et publier les menus", Reach.SCHOOL, Profile.MUNICIPAL_STAFF);
        role("agent", "Agent de restauration", "read", "publish");
        launcher("Cantine", "utensils", Hue.OCHRE, "read");

        page(TodayPage.class);
        page(WeekPages.class);
        page(PreparePages.class);
        page(DayPages.class);
        page(ImportPages.class);
        page(ExportPages.class);
        api(WeekApi.class);
        api(DayApi.class);
        api(ImportApi.class);
        api(OpenDataApi.class);
        tile(LunchTile.class);
        personalData(CantinePersonalData.class);

        dao(MenuDao.class);
        dao(MenuWrites.class);
        dao(ImportDrafts.class);
        dao(PublisherDao.class);
        dao(PersonalDataDao.class);
        bind(Menus.class);
        bind(Kitchens.class);
        bind(DraftDesk.class);
        bind(MenuImport.class);
        bind(OpenData.class);
    }
}
