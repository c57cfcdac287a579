package dev.assay.controls.world;

import dev.assay.testing.stack.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;

/** What every test of this module runs on: real PostgreSQL, and stubs of the other services. */
@QuarkusTestResource(
    value = PostgresResource.class,
    initArgs = @ResourceArg(name = "service", value = "controls"))
@QuarkusTestResource(WorldResource.class)
final class Stack {}
