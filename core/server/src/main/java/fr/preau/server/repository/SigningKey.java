package fr.preau.server.repository;

import fr.preau.server.plugin.PluginFailure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import jdk.security.jarsigner.JarSignerException;
import org.jspecify.annotations.Nullable;

/**
 * A key with its certificate, as {@code keytool} makes them, that signs jars and indexes. Immutable.
 *
 * @param key the key
 * @param certificates its certificate, and those above it
 */
public record SigningKey(PrivateKey key, CertPath certificates) {

    /**
     * Reads it from a key store.
     *
     * @param store the file (PKCS #12)
     * @param alias which key; null if there is one only
     * @throws PluginFailure if it is not there or can't be read
     */
    public static SigningKey read(Path store, char[] password, @Nullable String alias) {
        try {
            KeyStore keys = KeyStore.getInstance(store.toFile(), password);
            List<String> names = Collections.list(keys.aliases());
            if (alias == null && names.size() != 1) {
                throw new PluginFailure(
                        List.of(store + " a plusieurs clés, ou aucune : dites laquelle (" + String.join(", ", names)
                                + ")"),
                        null);
            }
            String name = alias == null ? names.get(0) : alias;
            if (!(keys.getKey(name, password) instanceof PrivateKey key)) {
                throw new PluginFailure(List.of(store + " n’a pas de clé « " + name + " »"), null);
            }
            return new SigningKey(
                    key,
                    CertificateFactory.getInstance("X.509")
                            .generateCertPath(Arrays.asList(keys.getCertificateChain(name))));
        } catch (IOException | GeneralSecurityException e) {
            throw new PluginFailure(store + " : clé illisible, ou mauvais mot de passe (" + e.getMessage() + ")", e);
        }
    }

    /**
     * Signs a jar, in its place: whoever reads it meanwhile finds the old one or the new one.
     *
     * @throws PluginFailure if this Java can't
     */
    public void sign(Path jar) throws IOException {
        Path signed = jar.resolveSibling(jar.getFileName() + ".part");
        try (ZipFile unsigned = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key, certificates)
                    .digestAlgorithm("SHA-256")
                    .signerName("PREAU")
                    .build()
                    .sign(unsigned, out);
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (JarSignerException | NoClassDefFoundError e) {
            Files.deleteIfExists(signed);
            throw new PluginFailure(jar.getFileName() + " n’a pas pu être signé : " + e, e);
        }
        Files.move(signed, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
