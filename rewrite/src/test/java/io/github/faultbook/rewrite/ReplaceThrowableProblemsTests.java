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

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.Assertions;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;
import org.openrewrite.test.SourceSpecs;

/**
 * Tests for {@link ReplaceThrowableProblems}.
 */
@Tag("slow")
class ReplaceThrowableProblemsTests implements RewriteTest {

	private static final String MARK = "/*~~(Extend ApiException, and declare an entry of the catalog)~~>*/";

	@TempDir
	Path directory;

	@Override
	public void defaults(RecipeSpec spec) {
		Rewriting.configure(spec);
		spec.recipe(new ReplaceThrowableProblems());
	}

	@Test
	void problemsBecomeEntriesOfTheCatalog() {
		String error = """
				package com.example;

				import java.net.URI;

				import io.github.faultbook.ErrorCode;
				import io.github.faultbook.ErrorDefinition;

				public enum ApplicationError implements ErrorCode {

				    OUT_OF_STOCK(ErrorDefinition.of(409, "Out of stock")
				        .title("Out of stock")),

				    SHOP_CLOSED(ErrorDefinition.of(423, "Shop closed")
				        .type(URI.create("https://shop.example.com/closed"))
				        .title("Shop closed"));

				    private final ErrorDefinition definition;

				    ApplicationError(ErrorDefinition definition) {
				        this.definition = definition;
				    }

				    @Override
				    public ErrorDefinition definition() {
				        return this.definition;
				    }

				}
				""";
		String closed = """
				package com.example;

				import io.github.faultbook.ApiException;

				class ShopClosedProblem extends ApiException {

				    private final int hour;

				    ShopClosedProblem(int hour) {
				        // The type is documented
				        super(ApplicationError.SHOP_CLOSED);
				        message(/* for clients */ "The shop opens at " + hour);
				        this.hour = hour;
				    }

				    ShopClosedProblem() {
				        this(8);
				    }

				    int hour() {
				        return this.hour;
				    }

				}
				""";
		String outOfStock = """
				package com.example;

				import io.github.faultbook.ApiException;

				class OutOfStockProblem extends ApiException {

				    OutOfStockProblem() {
				        super(ApplicationError.OUT_OF_STOCK);
				    }

				}
				""";
		rewriteRun(java(null, error, "src/main/java/com/example/ApplicationError.java"),
				java("""
						package com.example;

						import java.net.URI;

						import org.zalando.problem.AbstractThrowableProblem;

						import static org.zalando.problem.Status.LOCKED;

						class ShopClosedProblem extends AbstractThrowableProblem {

						    private final int hour;

						    ShopClosedProblem(int hour) {
						        // The type is documented
						        super(URI.create("https://shop.example.com/closed"), "Shop closed", LOCKED, /* for clients */ "The shop opens at " + hour);
						        this.hour = hour;
						    }

						    ShopClosedProblem() {
						        this(8);
						    }

						    int hour() {
						        return this.hour;
						    }

						}
						""",
						closed, "src/main/java/com/example/ShopClosedProblem.java"),
				java("""
						package com.example;

						import org.zalando.problem.AbstractThrowableProblem;
						import org.zalando.problem.Status;

						class OutOfStockProblem extends AbstractThrowableProblem {

						    OutOfStockProblem() {
						        super(null, "Out of stock", Status.CONFLICT);
						    }

						}
						""", outOfStock, "src/main/java/com/example/OutOfStockProblem.java"));
		Rewriting.verifyThatItCompiles(this.directory, error, closed, outOfStock);
	}

	@Test
	void problemsThatCannotBeRewrittenAreMarked() {
		String before = """
				package com.example;

				import java.net.URI;
				import java.util.Map;

				import org.zalando.problem.AbstractThrowableProblem;
				import org.zalando.problem.Status;

				class Problems {

				    static final URI TYPE = URI.create("https://shop.example.com/closed");

				    static class WithConstant extends AbstractThrowableProblem {
				        WithConstant() {
				            super(TYPE, "Shop closed", Status.CONFLICT);
				        }
				    }

				    static class WithParameters extends AbstractThrowableProblem {
				        WithParameters(String sku) {
				            super(null, "Out of stock", Status.CONFLICT, "Sold out", null, null, Map.of("sku", sku));
				        }
				    }

				    static class Problem extends AbstractThrowableProblem {
				        Problem() {
				            super(null, "Out of stock", Status.CONFLICT);
				        }
				    }

				    static class ConflictProblem extends AbstractThrowableProblem {
				        ConflictProblem() {
				            super(null, "Out of stock", Status.CONFLICT);
				        }
				    }

				    static class WithBraces extends AbstractThrowableProblem {
				        WithBraces() {
				            super(null, "Out of {stock}", Status.CONFLICT);
				        }
				    }

				    static class WithOwnMessage extends AbstractThrowableProblem {
				        WithOwnMessage() {
				            super(null, "Out of stock", Status.CONFLICT);
				        }

				        String message() {
				            return "none";
				        }
				    }

				    static class WithInstance extends AbstractThrowableProblem {
				        WithInstance() {
				            super(null, "Out of stock", Status.CONFLICT);
				        }

				        @Override
				        public URI getInstance() {
				            return TYPE;
				        }
				    }

				}
				""";
		rewriteRun(Assertions.java(before, before.replace("static class", MARK + "static class")));
	}

	@Test
	void eachSourceFolderHasAnEnum() {
		String problem = """
				package com.example.%1$s;

				import org.zalando.problem.AbstractThrowableProblem;
				import org.zalando.problem.Status;

				public class HTTPClosedProblem extends AbstractThrowableProblem {

				    public HTTPClosedProblem() {
				        super(null, "Closed", Status.CONFLICT);
				    }

				}
				""";
		String rewritten = """
				package com.example.%1$s;

				import io.github.faultbook.ApiException;

				public class HTTPClosedProblem extends ApiException {

				    public HTTPClosedProblem() {
				        super(ApplicationError.HTTP_CLOSED);
				    }

				}
				""";
		String error = """
				package com.example.%1$s;

				import io.github.faultbook.ErrorCode;
				import io.github.faultbook.ErrorDefinition;

				public enum ApplicationError implements ErrorCode {

				    HTTP_CLOSED(ErrorDefinition.of(409, "Closed")
				        .title("Closed"));

				    private final ErrorDefinition definition;

				    ApplicationError(ErrorDefinition definition) {
				        this.definition = definition;
				    }

				    @Override
				    public ErrorDefinition definition() {
				        return this.definition;
				    }

				}
				""";
		rewriteRun(java(null, error.formatted("a"), "a/src/main/java/com/example/a/ApplicationError.java"),
				java(null, error.formatted("b"), "b/src/main/java/com/example/b/ApplicationError.java"),
				java(problem.formatted("a"), rewritten.formatted("a"),
						"a/src/main/java/com/example/a/HTTPClosedProblem.java"),
				java(problem.formatted("b"), rewritten.formatted("b"),
						"b/src/main/java/com/example/b/HTTPClosedProblem.java"),
				java(problem.formatted("c"), problem.formatted("c").replace("public class", MARK + "public class"),
						"c/src/test/java/com/example/c/HTTPClosedProblem.java"));
	}

	@Test
	void enumOfTheApplicationStays() {
		String problem = """
				package com.example;

				import org.zalando.problem.AbstractThrowableProblem;
				import org.zalando.problem.Status;

				public class ClosedProblem extends AbstractThrowableProblem {

				    public ClosedProblem() {
				        super(null, "Closed", Status.CONFLICT);
				    }

				}
				""";
		rewriteRun(
				java("package com.example;\n\nenum ApplicationError {\n}\n", null, "com/example/ApplicationError.java"),
				java(problem, problem.replace("public class", MARK + "public class"),
						"com/example/ClosedProblem.java"));
	}

	private static SourceSpecs java(@Nullable String before, @Nullable String after, String path) {
		if (after == null) {
			return Assertions.java(before, (source) -> source.path(path));
		}
		return Assertions.java(before, after, (source) -> source.path(path));
	}

}
