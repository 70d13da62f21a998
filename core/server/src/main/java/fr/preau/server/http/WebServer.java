package fr.preau.server.http;

import fr.preau.server.Config;
import fr.preau.server.db.StartupFailure;
import fr.preau.server.plugin.PluginServlet;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, with the gateway in front of the core's and the plugins' servlets. Thread-safe. */
@Singleton
public final class WebServer implements AutoCloseable {
    private static final long LARGEST_REQUEST = 16L * 1024 * 1024;

    private final Server server;
    private final ServerConnector connector;
    private final ServletContextHandler servlets;
    private final Provider<Gateway> gateway;
    private final Provider<CoreServlet> core;
    private final Provider<PluginServlet> plugins;
    private volatile boolean ready;

    @Inject
    WebServer(
            Config config,
            ServletContextHandler servlets,
            Provider<Gateway> gateway,
            Provider<CoreServlet> core,
            Provider<PluginServlet> plugins) {
        this.servlets = servlets;
        this.gateway = gateway;
        this.core = core;
        this.plugins = plugins;
        QueuedThreadPool threads = new QueuedThreadPool(64, 4);
        threads.setName("http");
        threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
        this.server = new Server(threads);
        server.setErrorHandler(new BareErrors());
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(16 * 1024);
        if (config.behindProxy()) {
            http.addCustomizer(new NearestProxy());
        }
        this.connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(config.bind());
        connector.setPort(config.port());
        server.addConnector(connector);
        server.setStopTimeout(10_000);
    }

    /** Fails early, before the database is started, if the port is taken. */
    public static void refuseTakenPort(String bind, int port) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw new StartupFailure("Le port " + port + " (" + bind
                    + ") est déjà pris ou interdit : choisissez-en un autre avec PREAU_PORT.");
        }
    }

    /** Opens the port. Requests are answered from now on; plugins come as they start. */
    public void start() {
        FilterHolder first = new FilterHolder(gateway.get());
        first.setAsyncSupported(true);
        servlets.addFilter(first, "/*", EnumSet.of(DispatcherType.REQUEST));
        addServlet(new ServletHolder(plugins.get()), "/apps/*");
        addServlet(new ServletHolder(core.get()), "/*");
        GzipHandler compressed = new GzipHandler();
        compressed.setMinGzipSize(600);
        compressed.setHandler(servlets);
        server.setHandler(new GracefulHandler(compressed));
        try {
            server.start();
        } catch (Exception e) {
            throw new StartupFailure("Le serveur web n’a pas pu démarrer : " + e.getMessage(), e);
        }
    }

    private void addServlet(ServletHolder holder, String path) {
        holder.getRegistration()
                .setMultipartConfig(new MultipartConfigElement(
                        System.getProperty("java.io.tmpdir"), LARGEST_REQUEST, LARGEST_REQUEST, 1024 * 1024));
        holder.setAsyncSupported(true);
        holder.setInitOrder(1);
        servlets.addServlet(holder, path);
    }

    /** Says that all plugins have had their turn: {@code /health/ready} answers 200. */
    public void ready() {
        ready = true;
    }

    /** Whether all plugins had their turn. */
    public boolean isReady() {
        return ready;
    }

    /** Where it answers. */
    public URI address() {
        String host =
                connector.getHost().equals("0.0.0.0") || connector.getHost().equals("127.0.0.1")
                        ? "localhost"
                        : connector.getHost();
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Waits until it is stopped. */
    public void await() {
        try {
            server.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws Exception {
        ready = false;
        server.stop();
    }
}
