package fr.preau.server.plugin;

/**
 * Inside a running plugin: until this is closed the plugin keeps its connections and classes, and libraries that ask the
 * thread for a class loader get the plugin's. Close it on the thread that opened it.
 */
public final class Visit implements AutoCloseable {
    private final Mount mount;
    private final RunningPlugin.Entered entered;

    /** The mount was entered. */
    Visit(Mount mount) {
        this.mount = mount;
        this.entered = mount.plugin().enter();
    }

    /** The plugin. */
    public RunningPlugin plugin() {
        return mount.plugin();
    }

    @Override
    public void close() {
        entered.close();
        mount.exit();
    }
}
