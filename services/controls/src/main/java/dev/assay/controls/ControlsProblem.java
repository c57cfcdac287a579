package dev.assay.controls;

import dev.assay.http.problem.ProblemCatalog;
import dev.assay.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Every problem that only this service has. */
public enum ControlsProblem implements ProblemType {
  CONCLUDER_OPERATES_CONTROL(
      "Whoever operates a control cannot conclude on it",
      "Have somebody conclude who does not operate this control."),
  REVIEWER_CONCLUDED(
      "Whoever concluded cannot review it", "Have another reviewer look at this conclusion."),
  REVIEWER_OPERATES_CONTROL(
      "Whoever operates a control cannot review conclusions on it",
      "Have a reviewer look at this who does not operate the control."),
  OPERATOR_HAS_SIGNED(
      "Whoever concluded on a control or reviewed it cannot become its operator",
      "Name another operator, or have the control concluded anew by somebody else first."),
  OPERATOR_NOT_NAMED(
      "Nobody is named who operates this control",
      "Assign the operator first: without one nobody can tell whether you are independent."),
  EVIDENCE_NOT_SEALED(
      "A conclusion rests on sealed evidence only",
      "Wait until every file is SEALED, then conclude."),
  CONCLUSION_AWAITS_REVIEW(
      "An earlier conclusion still waits for its review",
      "Have it accepted or returned first; then conclude again."),
  CONCLUSION_REVIEWED(
      "This conclusion was reviewed already", "Read it; a new conclusion can replace it.");

  private static final int CONFLICT = 409;

  private final String title;
  private final String remedy;

  ControlsProblem(String title, String remedy) {
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return CONFLICT;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  @ApplicationScoped
  static class Catalog implements ProblemCatalog {
    @Override
    public List<? extends ProblemType> types() {
      return List.of(ControlsProblem.values());
    }
  }
}
