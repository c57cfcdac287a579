package dev.assay.local.layout;

/** An expected reason to stop: one sentence for the person, one exit code for the script. */
public final class Refusal extends RuntimeException {
  private final Exit exit;

  public Refusal(Exit exit, String sentence) {
    super(sentence);
    this.exit = exit;
  }

  public Exit exit() {
    return exit;
  }

  public String sentence() {
    return String.valueOf(getMessage());
  }
}
