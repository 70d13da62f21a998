package fr.preau.server.account;

import fr.preau.server.Config;
import fr.preau.server.Ent;
import fr.preau.testkit.EntExtension;
import java.nio.file.Path;
import java.util.List;

/** Further servers on the database of a test's ENT: what a restart finds, what another node of a cluster sees. */
final class Nodes {
    private Nodes() {}

    static Ent plain(EntExtension ent, Path data) {
        return node(ent, data, false);
    }

    static Ent behindProxy(EntExtension ent, Path data) {
        return node(ent, data, true);
    }

    private static Ent node(EntExtension ent, Path data, boolean behindProxy) {
        Config first = ent.server().get(Config.class);
        return Ent.serve(new Config(0, "127.0.0.1", data, List.of(), first.database(), null, behindProxy, false));
    }
}
