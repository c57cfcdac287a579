package dev.assay.local.keycloak;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keycloak's JVM as its own start script runs it, but without the script in between: the script
 * stays as a parent, and killing it would leave the server behind.
 */
final class KeycloakCommand {
  private KeycloakCommand() {}

  /**
   * The server. Its class loader rules out an AOT cache like our services', so its classes are kept
   * in an archive that the JVM makes at the end of the first run; a later start then takes two
   * thirds of the processor time.
   */
  static List<String> server(Path distribution, Path home, List<String> arguments) {
    return line(
        distribution,
        home,
        List.of(
            "-XX:+AutoCreateSharedArchive",
            "-XX:SharedArchiveFile=" + distribution.resolve("classes.jsa"),
            "-Xlog:cds=off",
            "-Xlog:cds+dynamic=off"),
        arguments);
  }

  /** The build of the server's optimised form. */
  static List<String> build(Path distribution, List<String> arguments) {
    return line(distribution, distribution, List.of(), arguments);
  }

  private static List<String> line(
      Path distribution, Path home, List<String> options, List<String> arguments) {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(
        List.of(
            // Half of the start was spent on compiling for a peak that a local realm never reaches.
            "-XX:TieredStopAtLevel=1",
            "-Xms64m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "-Dkc.home.dir=" + home,
            "-Djboss.server.config.dir=" + home.resolve("conf"),
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-cp",
            distribution.resolve("lib/quarkus-run.jar").toString(),
            "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    line.addAll(arguments);
    return line;
  }
}
