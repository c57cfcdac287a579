package dev.assay.local.process;

import dev.assay.local.layout.Exit;
import dev.assay.local.layout.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The repository's Maven wrapper on the JDK that runs the launcher, one run at a time. */
public final class Maven {
  private final Layout layout;
  private final ProcessBook book;

  public Maven(Layout layout, ProcessBook book) {
    this.layout = layout;
    this.book = book;
  }

  /** Runs quietly into a log of its own; refuses with the log's end when Maven fails. */
  public synchronized void run(String what, List<String> arguments) throws InterruptedException {
    var line = new ArrayList<String>();
    line.add(layout.repository().resolve("mvnw").toString());
    line.add("-B");
    line.add("-q");
    line.addAll(arguments);
    var maven =
        book.start(
            new Command(
                "maven",
                line,
                Map.of("JAVA_HOME", System.getProperty("java.home")),
                layout.repository(),
                layout.log("maven"),
                StopWith.TERM,
                Stage.SERVICE));
    maven.await(Exit.BUILD_FAILED, "Maven could not " + what + ".");
    book.forget("maven");
  }
}
