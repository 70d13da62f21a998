package fr.preau.server.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Where the database is and who administers it. The administrator owns the core's tables and creates the logins; no
 * request is ever served as the administrator. Immutable.
 *
 * @param host host name
 * @param port port
 * @param database database name; also the prefix of every role, so that two ENTs may share one PostgreSQL server
 * @param admin the administrator's login: needs CREATEROLE and the right to create schemas
 * @param password the administrator's password, never logged
 * @param query what follows the question mark in the address ({@code sslmode=require}), or empty
 */
public record DatabaseAddress(String host, int port, String database, String admin, String password, String query) {

    /**
     * Reads {@code postgresql://login:password@host:5432/database}.
     *
     * @throws IllegalArgumentException with a message for people if it is not of that form
     */
    public static DatabaseAddress parse(String text) {
        URI uri = URI.create(text.startsWith("jdbc:") ? text.substring(5) : text);
        String user = uri.getRawUserInfo();
        String path = uri.getPath();
        if (!"postgresql".equals(uri.getScheme())
                || uri.getHost() == null
                || user == null
                || user.indexOf(':') < 1
                || path == null
                || path.length() < 2) {
            throw new IllegalArgumentException("attendu : postgresql://utilisateur:mot-de-passe@machine:5432/base");
        }
        int colon = user.indexOf(':');
        return new DatabaseAddress(
                uri.getHost(),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                path.substring(1),
                URLDecoder.decode(user.substring(0, colon), StandardCharsets.UTF_8),
                URLDecoder.decode(user.substring(colon + 1), StandardCharsets.UTF_8),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** The JDBC address, without login nor password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database + (query.isEmpty() ? "" : "?" + query);
    }

    /** The name of one of our roles: the database's name, then this. */
    public String role(String suffix) {
        return (database + "_" + suffix).replace('-', '_');
    }

    /**
     * The password of one of our logins: derived from the administrator's, so that every node of a cluster knows it and
     * none has to store it.
     */
    public String passwordOf(String role) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(("preau login " + role).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return admin + "@" + host + ":" + port + "/" + database;
    }
}
