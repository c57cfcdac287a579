package dev.assay.http.problem;

import java.util.List;

/** A service's problem types; one bean a service, so that every slug has a documentation page. */
public interface ProblemCatalog {

  /** All problem types, in the order of their documentation. */
  List<? extends ProblemType> types();
}
