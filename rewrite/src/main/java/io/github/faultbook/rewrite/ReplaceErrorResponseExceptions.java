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

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;

/**
 * Recipe that replaces an {@code ErrorResponseException} of Spring that is created where
 * it is thrown by an {@code ApiException} with a built-in entry of the catalog.
 */
public final class ReplaceErrorResponseExceptions extends Recipe {

	private static final String EXCEPTION = "org.springframework.web.ErrorResponseException";

	private static final String DETAIL = "org.springframework.http.ProblemDetail";

	private static final MethodMatcher CREATE = new MethodMatcher(EXCEPTION + " <constructor>(..)");

	private static final MethodMatcher FOR_STATUS = new MethodMatcher(DETAIL + " forStatus(..)");

	private static final MethodMatcher FOR_STATUS_AND_DETAIL = new MethodMatcher(DETAIL + " forStatusAndDetail(..)");

	@Override
	public String getDisplayName() {
		return "Replace thrown `ErrorResponseException`s by `ApiException`";
	}

	@Override
	public String getDescription() {
		return "Replaces `throw new ErrorResponseException(…)` with a constant status and no more than a detail. Others "
				+ "get a comment. Faultbook answers them as before.";
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getVisitor() {
		return Faultbook.inJava(new JavaIsoVisitor<>() {

			@Override
			public J.Throw visitThrow(J.Throw statement, ExecutionContext context) {
				J.Throw visited = super.visitThrow(statement, context);
				if (!(visited.getException().unwrap() instanceof J.NewClass creation) || creation.getBody() != null
						|| !CREATE.matches(creation)) {
					return visited;
				}
				ThrownError error = read(creation.getArguments());
				J.Throw replaced = (error != null) ? error.applyTo(visited, getCursor()) : null;
				if (replaced == null) {
					return Faultbook.mark(visited,
							"Declare an entry of the catalog for this problem, and throw an ApiException");
				}
				maybeAddImport(Faultbook.API_EXCEPTION);
				maybeAddImport(Faultbook.COMMON_ERROR);
				maybeRemoveImport(EXCEPTION);
				maybeRemoveImport(DETAIL);
				maybeRemoveImport("org.springframework.http.HttpStatus");
				return replaced;
			}

		});
	}

	/**
	 * Read the arguments of the constructor.
	 * @param arguments the arguments
	 * @return the error, or {@code null} if there is more than a status and a detail, or
	 * if the body has another status than the response
	 */
	private static @Nullable ThrownError read(List<Expression> arguments) {
		StatusName status = StatusName.find(arguments.get(0));
		ThrownError error = new ThrownError().status(arguments.get(0));
		if (arguments.size() == 1) {
			return error;
		}
		boolean withoutCause = arguments.size() == 3 && arguments.get(2) instanceof J.Literal cause
				&& cause.getValue() == null;
		if (!withoutCause || !(arguments.get(1) instanceof J.MethodInvocation problem)
				|| (!FOR_STATUS.matches(problem) && !FOR_STATUS_AND_DETAIL.matches(problem))
				|| !Objects.equals(StatusName.find(problem.getArguments().get(0)), status)) {
			return null;
		}
		return FOR_STATUS.matches(problem) ? error : error.message(problem.getArguments().get(1));
	}

}
