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

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openrewrite.java.Assertions;
import org.openrewrite.test.RecipeSpec;
import org.openrewrite.test.RewriteTest;

/**
 * Tests for {@link ReplaceThrowableProblems}.
 */
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

				    ShopClosedProblem(int hour) {
				        super(ApplicationError.SHOP_CLOSED);
				        message("The shop opens at " + hour);
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
		rewriteRun(
				Assertions.java(null, error,
						(source) -> source.path("src/main/java/com/example/ApplicationError.java")),
				Assertions.java(
						"""
								package com.example;

								import java.net.URI;

								import org.zalando.problem.AbstractThrowableProblem;
								import org.zalando.problem.Status;

								class ShopClosedProblem extends AbstractThrowableProblem {

								    ShopClosedProblem(int hour) {
								        super(URI.create("https://shop.example.com/closed"), "Shop closed", Status.LOCKED, "The shop opens at " + hour);
								    }

								}
								""",
						closed, (source) -> source.path("src/main/java/com/example/ShopClosedProblem.java")),
				Assertions.java("""
						package com.example;

						import org.zalando.problem.AbstractThrowableProblem;
						import org.zalando.problem.Status;

						class OutOfStockProblem extends AbstractThrowableProblem {

						    OutOfStockProblem() {
						        super(null, "Out of stock", Status.CONFLICT);
						    }

						}
						""", outOfStock, (source) -> source.path("src/main/java/com/example/OutOfStockProblem.java")));
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

}
