package fr.preau.plugins.annuaireonde;

import fr.preau.api.Authority;
import fr.preau.api.EntPlugin;
import fr.preau.api.privacy.NoPersonalData;

/** Fills the directory from ONDE's exports. Keeps nothing itself: the people are in the host's directory. */
public final class AnnuaireOndePlugin extends EntPlugin {
    @Override
    protected void configure() {
        authority(Authority.EDUCATION_NATIONALE);
        directorySource(OndeSource.class);
        personalData(NoPersonalData.class);
    }
}
