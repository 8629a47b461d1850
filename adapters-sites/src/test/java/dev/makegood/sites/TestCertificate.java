package dev.makegood.sites;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.ssl.SSLContextBuilder;

/** A certificate for a name that only a test trusts, made by the JDK's own tool. */
record TestCertificate(SSLContext serverContext, SSLContext clientContext) {

    private static final String PASSWORD = "changeit";

    static TestCertificate of(String name) {
        try {
            var folder = Files.createTempDirectory("makegood-certificate");
            var store = folder.resolve("store.p12");
            make(store, name);
            var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
            Files.delete(store);
            Files.delete(folder);
            return new TestCertificate(
                    SSLContextBuilder.create()
                            .loadKeyMaterial(keys, PASSWORD.toCharArray())
                            .build(),
                    SSLContextBuilder.create().loadTrustMaterial(keys, null).build());
        } catch (IOException | GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException("no certificate for " + name, e);
        }
    }

    private static void make(Path store, String name) throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(keytool, "-genkeypair", "-alias", "site", "-keyalg", "EC",
                "-dname", "CN=" + name, "-ext", "san=dns:" + name, "-validity", "30",
                "-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore", store.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (made.waitFor() != 0) {
            throw new IOException("keytool did not make it");
        }
    }
}
