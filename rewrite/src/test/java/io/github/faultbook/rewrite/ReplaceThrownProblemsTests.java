/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.rewrite;

import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.Assertions;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.TypeValidation;

/**
 * Tests for {@link ReplaceThrownProblems}.
 */
@Tag("slow")
class ReplaceThrownProblemsTests implements RewriteTest {

	private static final String MARK = "/*~~(Declare an entry of the catalog with this type, title and status, and "
			+ "throw an ApiException)~~>*/";

	@TempDir
	Path directory;

	@Override
	public void defaults(RecipeSpec spec) {
		Rewriting.configure(spec);
		spec.recipe(new ReplaceThrownProblems());
	}

	@Test
	void problemsWithAStatusADetailAndProperties() {
		String after = """
				package com.example;

				import io.github.faultbook.ApiException;
				import io.github.faultbook.CommonError;

				class Shop {

				    void find(String id) {
				        throw new ApiException(CommonError.RESOURCE_NOT_FOUND).message("Order " + id + " does not exist");
				    }

				    void close() {
				        throw new ApiException(CommonError.RESOURCE_GONE);
				    }

				    void order(String sku, int remaining) {
				        if (remaining < 1) {
				            throw new ApiException(CommonError.CONFLICT).message("Item " + sku + " is sold out").with("sku", sku).with("remaining", remaining);
				        }
				    }

				}
				""";
		rewriteRun(Assertions.java("""
				package com.example;

				import org.zalando.problem.Problem;
				import org.zalando.problem.Status;

				class Shop {

				    void find(String id) {
				        throw Problem.valueOf(Status.NOT_FOUND, "Order " + id + " does not exist");
				    }

				    void close() {
				        throw Problem.valueOf(Status.GONE);
				    }

				    void order(String sku, int remaining) {
				        if (remaining < 1) {
				            throw Problem.builder()
				                .withStatus(Status.CONFLICT)
				                .withDetail("Item " + sku + " is sold out")
				                .with("sku", sku)
				                .with("remaining", remaining)
				                .build();
				        }
				    }

				}
				""", after));
		Rewriting.verifyThatItCompiles(this.directory, after);
	}

	@Test
	void problemsInAnyPlaceWithStaticImports() {
		String after = """
				package com.example;

				import io.github.faultbook.ApiException;
				import io.github.faultbook.CommonError;

				import java.util.function.Supplier;

				class Shop<T extends Comparable<T>> {

				    Supplier<T> item = () -> {
				        // Nobody buys here
				        throw new ApiException(CommonError.RESOURCE_GONE);
				    };

				    <E> int find(E id, int count) {
				        return switch (count) {
				            case 1 -> 2;
				            default -> throw new ApiException(CommonError.CONFLICT).message(count > 2 ? "many" : "none").with("id", id).with("id", count);
				        };
				    }

				    static class Nested {

				        Nested() {
				            throw new ApiException(CommonError.RESOURCE_GONE).message("gone");
				        }

				    }

				}
				""";
		rewriteRun(Assertions.java(
				"""
						package com.example;

						import java.util.function.Supplier;

						import static org.zalando.problem.Problem.builder;
						import static org.zalando.problem.Problem.valueOf;
						import static org.zalando.problem.Status.CONFLICT;
						import static org.zalando.problem.Status.GONE;

						class Shop<T extends Comparable<T>> {

						    Supplier<T> item = () -> {
						        // Nobody buys here
						        throw valueOf(GONE);
						    };

						    <E> int find(E id, int count) {
						        return switch (count) {
						            case 1 -> 2;
						            default -> throw builder().withStatus(GONE).withDetail("old").withStatus(CONFLICT).with("id", id)
						                .withDetail(count > 2 ? "many" : "none").with("id", count).build();
						        };
						    }

						    static class Nested {

						        Nested() {
						            throw (valueOf(GONE, "gone"));
						        }

						    }

						}
						""",
				after));
		Rewriting.verifyThatItCompiles(this.directory, after);
	}

	@Test
	void problemsThatWouldChangeTheirMeaningAreMarked() {
		String statuses = """
				package com.example;

				import org.zalando.problem.Problem;
				import org.zalando.problem.Status;

				class Statuses {

				    static final Status CONFLICT = Status.GONE;

				    void own() {
				        throw Problem.valueOf(CONFLICT);
				    }

				    void ofAClass() {
				        throw Problem.valueOf(Statuses.CONFLICT);
				    }

				    void comment() {
				        throw Problem.builder()
				            .withStatus(Status.GONE) // It was sold
				            .build();
				    }

				}
				""";
		String ownException = """
				package com.example.own;

				import org.zalando.problem.Problem;
				import org.zalando.problem.Status;

				class Shop {

				    void close() {
				        throw Problem.valueOf(Status.GONE);
				    }

				    void open() {
				        throw new ApiException();
				    }

				}
				""";
		rewriteRun(Assertions.java(statuses, statuses.replace("throw ", MARK + "throw ")),
				Assertions.java("package com.example.own;\n\nclass ApiException extends RuntimeException {\n}\n"),
				Assertions.java(ownException, ownException.replace("throw Problem", MARK + "throw Problem")));
	}

	@Test
	void secondRunChangesNothing() {
		rewriteRun((spec) -> spec.typeValidationOptions(TypeValidation.none()), Assertions.java("""
				package com.example;

				import io.github.faultbook.ApiException;
				import io.github.faultbook.CommonError;
				import org.zalando.problem.Problem;
				import org.zalando.problem.StatusType;

				class Shop {

				    void close() {
				        throw new ApiException(CommonError.RESOURCE_GONE).message("gone");
				    }

				    void status(StatusType status) {
				        %sthrow Problem.valueOf(status);
				    }

				}
				""".formatted(MARK)));
	}

	@Test
	void problemsThatNeedAnEntryAreMarked() {
		String before = """
				package com.example;

				import java.net.URI;

				import org.zalando.problem.Problem;
				import org.zalando.problem.Status;
				import org.zalando.problem.StatusType;

				class Shop {

				    void type() {
				        throw Problem.builder().withType(URI.create("https://example.com/closed")).withStatus(Status.CONFLICT).build();
				    }

				    void status(StatusType status) {
				        throw Problem.valueOf(status);
				    }

				    void teapot() {
				        throw Problem.valueOf(Status.I_AM_A_TEAPOT, "short and stout");
				    }

				    void fromElsewhere(org.zalando.problem.ProblemBuilder builder) {
				        throw builder.withStatus(Status.CONFLICT).build();
				    }

				}
				""";
		rewriteRun(Assertions.java(before, before.replace("throw ", MARK + "throw ")));
	}

	@Test
	void otherExceptionsStay() {
		rewriteRun(Assertions.java("""
				package com.example;

				import org.zalando.problem.Problem;
				import org.zalando.problem.ThrowableProblem;

				class Shop {

				    void pass(ThrowableProblem problem) {
				        throw problem;
				    }

				    void fail() {
				        throw new IllegalStateException(Problem.DEFAULT_TYPE.toString());
				    }

				}
				"""));
	}

}
