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
 * Tests for {@link ReplaceAnnotatedExceptions}.
 */
@Tag("slow")
class ReplaceAnnotatedExceptionsTests implements RewriteTest {

	private static final String MARK = "/*~~(Extend ApiException, and declare an entry of the catalog)~~>*/";

	@TempDir
	Path directory;

	@Override
	public void defaults(RecipeSpec spec) {
		Rewriting.configure(spec);
		spec.recipe(new ReplaceAnnotatedExceptions());
	}

	@Test
	void exceptionsBecomeEntriesOfTheCatalog() {
		String error = """
				package com.example;

				import io.github.faultbook.ErrorCode;
				import io.github.faultbook.ErrorDefinition;

				public enum ApplicationError implements ErrorCode {

				    OUT_OF_STOCK(ErrorDefinition.of(409, "Out of stock.")),

				    SHOP_CLOSED(ErrorDefinition.of(423, "Shop closed."));

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
		String outOfStock = """
				package com.example;

				import io.github.faultbook.ApiException;

				public class OutOfStockException extends ApiException {

				    private final String sku;

				    public OutOfStockException(String sku, Exception cause) {
				        super(ApplicationError.OUT_OF_STOCK, cause);
				        message("Item " + sku + " is sold out");
				        this.sku = sku;
				        with("sku", this.sku);
				        with("remaining", getRemaining());
				        with("shelf_name", shelf());
				        with("URL", getURL());
				        with("open", isOpen());
				        with("getRow", getRow());
				    }

				    public OutOfStockException(String sku) {
				        this(sku, null);
				    }

				    public int getRemaining() {
				        return 3;
				    }

				    String shelf() {
				        return "A";
				    }

				    public String getURL() {
				        return "/";
				    }

				    public boolean isOpen() {
				        return true;
				    }

				    int getRow() {
				        return 1;
				    }

				}
				""";
		String closed = """
				package com.example.opening;

				import com.example.ApplicationError;
				import io.github.faultbook.ApiException;

				/** Thrown at night. */
				// Nobody is there
				class ShopClosedException extends ApiException {

				    ShopClosedException() {
				        super(ApplicationError.SHOP_CLOSED);
				    }

				}
				""";
		rewriteRun(
				Assertions.java(null, error,
						(source) -> source.path("src/main/java/com/example/ApplicationError.java")),
				Assertions.java("""
						package com.example;

						import org.springframework.http.HttpStatus;
						import org.springframework.web.bind.annotation.ResponseStatus;

						import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;
						import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorProperty;

						@ResponseErrorCode("OUT_OF_STOCK")
						@ResponseStatus(HttpStatus.CONFLICT)
						public class OutOfStockException extends RuntimeException {

						    @ResponseErrorProperty
						    private final String sku;

						    public OutOfStockException(String sku, Exception cause) {
						        super("Item " + sku + " is sold out", cause);
						        this.sku = sku;
						    }

						    public OutOfStockException(String sku) {
						        this(sku, null);
						    }

						    @ResponseErrorProperty
						    public int getRemaining() {
						        return 3;
						    }

						    @ResponseErrorProperty("shelf_name")
						    String shelf() {
						        return "A";
						    }

						    @ResponseErrorProperty
						    public String getURL() {
						        return "/";
						    }

						    @ResponseErrorProperty
						    public boolean isOpen() {
						        return true;
						    }

						    @ResponseErrorProperty
						    int getRow() {
						        return 1;
						    }

						}
						""", outOfStock, (source) -> source.path("src/main/java/com/example/OutOfStockException.java")),
				Assertions.java("""
						package com.example.opening;

						import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;
						import org.springframework.web.bind.annotation.ResponseStatus;

						import static org.springframework.http.HttpStatus.LOCKED;

						/** Thrown at night. */
						// Nobody is there
						@ResponseErrorCode(value = "SHOP_CLOSED")
						@ResponseStatus(LOCKED)
						class ShopClosedException extends RuntimeException {

						    ShopClosedException() {
						        super();
						    }

						}
						""", closed,
						(source) -> source.path("src/main/java/com/example/opening/ShopClosedException.java")));
		Rewriting.verifyThatItCompiles(this.directory, error, outOfStock, closed);
	}

	@Test
	void exceptionsThatCannotBeRewrittenAreMarked() {
		String before = """
				package com.example;

				import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;
				import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorProperty;

				class Exceptions {

				    @ResponseErrorCode("in.lower.case")
				    static class OtherCode extends RuntimeException {
				        OtherCode() {
				            super("text");
				        }
				    }

				    @ResponseErrorCode("CHECKED")
				    static class Checked extends Exception {
				        Checked() {
				            super("text");
				        }
				    }

				    @ResponseErrorCode("OWN_TEXT")
				    static class OwnText extends RuntimeException {
				        OwnText() {
				            super();
				        }

				        @Override
				        public String getMessage() {
				            return "text";
				        }
				    }

				    @ResponseErrorCode("NULLS")
				    static class Nulls extends RuntimeException {
				        @ResponseErrorProperty(includeIfNull = true)
				        String shelf;

				        Nulls() {
				            super("text");
				        }
				    }

				    @ResponseErrorCode("CONFLICT")
				    static class BuiltIn extends RuntimeException {
				        BuiltIn() {
				            super("text");
				        }
				    }

				    @ResponseErrorCode("MUTABLE")
				    static class Mutable extends RuntimeException {
				        private @ResponseErrorProperty String shelf;

				        Mutable() {
				            super("text");
				        }
				    }

				    @ResponseErrorCode("EARLY")
				    static class Early extends RuntimeException {
				        @ResponseErrorProperty
				        final String shelf;

				        Early(String shelf) {
				            super("text");
				            this.shelf = shelf;
				            if (shelf == null) {
				                return;
				            }
				            this.toString();
				        }
				    }

				    @ResponseErrorCode("OUTER")
				    static class Outer extends RuntimeException {
				        Outer() {
				            super("text");
				        }

				        @ResponseErrorCode("in.lower.case")
				        static class Inner extends RuntimeException {
				            Inner() {
				                super("text");
				            }
				        }
				    }

				    @ResponseErrorCode("OWN_FACTS")
				    static class OwnFacts extends RuntimeException {
				        OwnFacts() {
				            super("text");
				        }

				        String facts() {
				            return "";
				        }
				    }

				    @ResponseErrorCode("IMPLICIT")
				    static class Implicit extends RuntimeException {
				    }

				}
				""";
		rewriteRun(Assertions.java(before, before.replace("@ResponseErrorCode", MARK + "@ResponseErrorCode")));
	}

	@Test
	void exceptionsThatWouldChangeTheirMeaningAreMarked() {
		String own = """
				package com.example;

				import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;

				@ResponseErrorCode("FAILED")
				class ApiException extends RuntimeException {

				    ApiException() {
				        super("text");
				    }

				}
				""";
		String subclass = """
				package com.example;

				import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;

				@ResponseErrorCode("SUB")
				class SubException extends ApiException {

				    SubException() {
				        super();
				    }

				}
				""";
		rewriteRun(Assertions.java(own, own.replace("@ResponseErrorCode", MARK + "@ResponseErrorCode")),
				Assertions.java(subclass, subclass.replace("@ResponseErrorCode", MARK + "@ResponseErrorCode")));
	}

	@Test
	void secondRunChangesNothing() {
		rewriteRun((spec) -> spec.typeValidationOptions(TypeValidation.none()), Assertions.java("""
				package com.example;

				import io.github.faultbook.ApiException;
				import io.github.wimdeblauwe.errorhandlingspringbootstarter.ResponseErrorCode;

				class Exceptions {

				    static class Migrated extends ApiException {
				        Migrated() {
				            super(ApplicationError.MIGRATED);
				            message("text");
				        }
				    }

				    %s@ResponseErrorCode("in.lower.case")
				    static class OtherCode extends RuntimeException {
				        OtherCode() {
				            super("text");
				        }
				    }

				}
				""".formatted(MARK)));
	}

}
