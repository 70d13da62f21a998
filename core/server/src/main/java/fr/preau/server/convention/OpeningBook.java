package fr.preau.server.convention;

import fr.preau.server.db.Database;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Keeps {@code core.opening} as {@link Openings} has it. Called last in each transaction that changes what it follows from. */
@Singleton
public final class OpeningBook {
    private final DeploymentDao dao;

    @Inject
    OpeningBook(Database database) {
        this.dao = database.core().dao(DeploymentDao.class);
    }

    /** Writes the openings of the scope's tenant anew. */
    public void rewrite(int tenantId) {
        dao.lock(tenantId);
        List<Opening> openings = Openings.of(new Agreement(
                dao.parties(),
                dao.versions(),
                dao.services(),
                dao.signatures(),
                dao.wavesOfAgreement(),
                dao.stopsOfAgreement(),
                dao.schools()));
        dao.clearOpenings();
        dao.addOpenings(
                openings.stream().map(Opening::pluginId).toArray(String[]::new),
                openings.stream().map(Opening::schoolId).toArray(UUID[]::new),
                openings.stream().map(opening -> opening.since().toString()).toArray(String[]::new),
                openings.stream()
                        .map(opening ->
                                opening.until() == null ? null : opening.until().toString())
                        .toArray(String[]::new));
    }
}
