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

/**
 * Tests for {@link ReplaceErrorResponseExceptions}.
 */
@Tag("slow")
class ReplaceErrorResponseExceptionsTests implements RewriteTest {

	private static final String MARK = "/*~~(Declare an entry of the catalog for this problem, and throw an "
			+ "ApiException)~~>*/";

	@TempDir
	Path directory;

	@Override
	public void defaults(RecipeSpec spec) {
		Rewriting.configure(spec);
		spec.recipe(new ReplaceErrorResponseExceptions());
	}

	@Test
	void exceptionsWithAStatusAndADetail() {
		String after = """
				package com.example;

				import io.github.faultbook.ApiException;
				import io.github.faultbook.CommonError;

				class Shop {

				    void pay(String card) {
				        throw new ApiException(CommonError.PAYMENT_REQUIRED).message("The card " + card + " was declined");
				    }

				    void close() {
				        throw new ApiException(CommonError.CONFLICT);
				    }

				    static class Nested<T> {

				        T find(T item) {
				            if (item == null) {
				                // Sold
				                throw new ApiException(CommonError.RESOURCE_GONE);
				            }
				            return item;
				        }

				    }

				}
				""";
		rewriteRun(Assertions.java(
				"""
						package com.example;

						import org.springframework.http.HttpStatus;
						import org.springframework.http.ProblemDetail;
						import org.springframework.web.ErrorResponseException;

						import static org.springframework.http.HttpStatus.GONE;

						class Shop {

						    void pay(String card) {
						        throw new ErrorResponseException(HttpStatus.PAYMENT_REQUIRED,
						            ProblemDetail.forStatusAndDetail(HttpStatus.PAYMENT_REQUIRED, "The card " + card + " was declined"), null);
						    }

						    void close() {
						        throw new ErrorResponseException(HttpStatus.CONFLICT);
						    }

						    static class Nested<T> {

						        T find(T item) {
						            if (item == null) {
						                // Sold
						                throw new ErrorResponseException(GONE, ProblemDetail.forStatus(GONE), null);
						            }
						            return item;
						        }

						    }

						}
						""",
				after));
		Rewriting.verifyThatItCompiles(this.directory, after);
	}

	@Test
	void exceptionsWithMoreAreMarked() {
		String before = """
				package com.example;

				import org.springframework.http.HttpStatus;
				import org.springframework.http.HttpStatusCode;
				import org.springframework.http.ProblemDetail;
				import org.springframework.web.ErrorResponseException;

				class Shop {

				    void pay(ProblemDetail problem) {
				        throw new ErrorResponseException(HttpStatus.CONFLICT, problem, null);
				    }

				    void fail(Exception cause) {
				        throw new ErrorResponseException(HttpStatus.CONFLICT, cause);
				    }

				    void otherStatusInTheBody() {
				        throw new ErrorResponseException(HttpStatus.CONFLICT, ProblemDetail.forStatus(HttpStatus.GONE), null);
				    }

				    void number() {
				        throw new ErrorResponseException(HttpStatusCode.valueOf(409));
				    }

				    void comment() {
				        throw new ErrorResponseException(/* as it was sold */ HttpStatus.CONFLICT);
				    }

				}
				""";
		rewriteRun(Assertions.java(before, before.replace("throw ", MARK + "throw ")));
	}

	@Test
	void subclassesAndMarksOfAnEarlierRunStay() {
		rewriteRun(Assertions.java("""
				package com.example;

				import org.springframework.http.HttpStatus;
				import org.springframework.web.ErrorResponseException;

				class ShopClosedException extends ErrorResponseException {

				    ShopClosedException() {
				        super(HttpStatus.CONFLICT);
				    }

				    static void fail() {
				        throw new ShopClosedException();
				    }

				    static void failWithout() {
				        %sthrow new ErrorResponseException(HttpStatus.LOCKED);
				    }

				}
				""".formatted(MARK)));
	}

}
