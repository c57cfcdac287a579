package dev.assay.evidence.request;

/** What free text may hold. */
public final class Words {

  /** One line. */
  public static final String LINE = "[^\\p{Cntrl}]*";

  /** Several lines. */
  public static final String TEXT = "[^\\x00]*";

  public static final String LINE_MESSAGE = "Use printable characters only.";
  public static final String TEXT_MESSAGE = "The character NUL is not text.";

  /** A control's id in the library. */
  public static final String CONTROL = "[A-Z][A-Z0-9]{1,7}-[0-9]{1,4}";

  public static final String CONTROL_MESSAGE =
      "Give the control's id in the library, such as AM-04.";

  private Words() {}
}
