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

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Preconditions;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.search.UsesType;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.marker.SearchResult;

/**
 * Recipe that replaces a {@code Problem} of Zalando that is built where it is thrown by
 * an {@code ApiException} with a built-in entry of the catalog.
 */
public final class ReplaceThrownProblems extends Recipe {

	private static final String PROBLEM = "org.zalando.problem.Problem";

	private static final MethodMatcher VALUE_OF = new MethodMatcher(PROBLEM + " valueOf(..)");

	private static final MethodMatcher BUILDER = new MethodMatcher(PROBLEM + " builder()");

	private static final MethodMatcher BUILD = new MethodMatcher("org.zalando.problem.ProblemBuilder build()");

	@Override
	public String getDisplayName() {
		return "Replace thrown problems by `ApiException`";
	}

	@Override
	public String getDescription() {
		return "Replaces `throw Problem.valueOf(…)` and `throw Problem.builder()…build()`. A problem with a type or a "
				+ "title needs an entry of the catalog, so it gets a comment instead.";
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getVisitor() {
		return Preconditions.check(new UsesType<>(PROBLEM, false), new JavaIsoVisitor<>() {

			@Override
			public J.Throw visitThrow(J.Throw statement, ExecutionContext context) {
				J.Throw visited = super.visitThrow(statement, context);
				if (!(visited.getException() instanceof J.MethodInvocation call)) {
					return visited;
				}
				if (!VALUE_OF.matches(call) && !BUILD.matches(call)) {
					return visited;
				}
				ThrownError error = read(call);
				if (error == null || !error.isBuiltIn()) {
					return SearchResult.found(visited,
							"Declare an entry of the catalog with this type, title and status, and throw an ApiException");
				}
				maybeAddImport(Faultbook.API_EXCEPTION);
				maybeAddImport(Faultbook.COMMON_ERROR);
				maybeRemoveImport(PROBLEM);
				maybeRemoveImport("org.zalando.problem.Status");
				return error.applyTo(visited, getCursor());
			}

		});
	}

	private static @Nullable ThrownError read(J.MethodInvocation call) {
		if (!VALUE_OF.matches(call)) {
			return readBuilder(call);
		}
		List<Expression> arguments = call.getArguments();
		ThrownError error = new ThrownError().status(arguments.get(0));
		if (arguments.size() == 1) {
			return error;
		}
		boolean detail = arguments.size() == 2 && String.valueOf(arguments.get(1).getType()).equals("java.lang.String");
		return detail ? error.message(arguments.get(1)) : null;
	}

	private static @Nullable ThrownError readBuilder(J.MethodInvocation build) {
		ThrownError error = new ThrownError();
		Expression step = build.getSelect();
		while (step instanceof J.MethodInvocation call && !BUILDER.matches(call)) {
			List<Expression> arguments = call.getArguments();
			switch (call.getSimpleName()) {
				case "withStatus" -> error.status(arguments.get(0));
				case "withDetail" -> error.message(arguments.get(0));
				case "with" -> error.addFact(arguments.get(0), arguments.get(1));
				default -> {
					return null;
				}
			}
			step = call.getSelect();
		}
		return (step instanceof J.MethodInvocation) ? error : null;
	}

}
