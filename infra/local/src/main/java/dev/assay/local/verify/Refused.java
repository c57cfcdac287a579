package dev.assay.local.verify;

/** The first thing that is wrong with a package, in a sentence. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  Refused(String sentence) {
    super(sentence);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
