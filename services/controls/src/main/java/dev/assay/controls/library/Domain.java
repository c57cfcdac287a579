package dev.assay.controls.library;

/** An area of the library; every control's id starts with the area's code. */
public enum Domain {
  AM("Access management"),
  CM("Change management"),
  BR("Backup and recovery"),
  LM("Audit logging and monitoring"),
  SD("Segregation of duties"),
  VM("Third-party / vendor management"),
  OP("IT operations and incident management"),
  EL("Entity-level and programme governance");

  private final String title;

  Domain(String title) {
    this.title = title;
  }

  public String title() {
    return title;
  }
}
