package dev.assay.local.layout;

/**
 * The exit code of every way in which {@code ./assay} can end, so that scripts need not read prose.
 */
public enum Exit {
  OK(0, "done"),
  UNEXPECTED(1, "an error that the launcher does not expect; its trace is printed"),
  USAGE(2, "the command line or a setting cannot be understood"),
  MISSING(3, "something that must be installed is missing"),
  ALREADY_RUNNING(4, "a stack with this state folder is already running"),
  PORT_TAKEN(5, "another process listens on a port that the stack needs"),
  CRASHED(6, "a part of the stack stopped or did not become ready"),
  DISK_FULL(7, "too little disk space is free"),
  STORE_UNSAFE(8, "the object store does not enforce Object Lock"),
  BUILD_FAILED(9, "Maven could not build or fetch something"),
  NOT_RUNNING(10, "nothing is running"),
  PACKAGE_REFUSED(11, "the audit package is not as it was made");

  private final int code;
  private final String meaning;

  Exit(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  public int code() {
    return code;
  }

  public String meaning() {
    return meaning;
  }
}
