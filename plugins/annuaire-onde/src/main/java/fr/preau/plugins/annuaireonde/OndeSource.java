package fr.preau.plugins.annuaireonde;

import fr.preau.api.directory.DirectoryReading;
import fr.preau.api.directory.DirectorySource;
import fr.preau.api.web.Upload;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/**
 * The directory source {@code onde}: CSV exports of ONDE (Outil numérique pour la direction d'école) and of BE1D before
 * it. Thread-safe.
 */
public final class OndeSource implements DirectorySource {
    private final ColumnTable columns = new ColumnTable();
    private final Values values = new Values();
    private final Clock clock;

    /** For the plugin's injector. */
    @Inject
    public OndeSource(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "onde";
    }

    @Override
    public String label() {
        return "ONDE (fichiers CSV)";
    }

    @Override
    public String help() {
        return "Dans ONDE, cherchez les extractions et exportez les élèves, les responsables des élèves et les enseignants, "
                + "sans choisir de niveau ni de classe : chacun donne un fichier CSV. Donnez ces fichiers tels quels, "
                + "ensemble ou un par un, sans les ouvrir dans un tableur.";
    }

    @Override
    public DirectoryReading read(List<Upload> files) {
        return new OndeReading(columns, values, clock).of(files);
    }
}
