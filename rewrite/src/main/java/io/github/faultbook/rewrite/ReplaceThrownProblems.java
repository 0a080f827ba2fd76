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

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.Recipe;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.TypeUtils;

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
		return Faultbook.inJava(new JavaIsoVisitor<>() {

			@Override
			public J.Throw visitThrow(J.Throw statement, ExecutionContext context) {
				J.Throw visited = super.visitThrow(statement, context);
				if (!(visited.getException().unwrap() instanceof J.MethodInvocation call)
						|| (!VALUE_OF.matches(call) && !BUILD.matches(call))) {
					return visited;
				}
				ThrownError error = read(call);
				J.Throw replaced = (error != null) ? error.applyTo(visited, getCursor()) : null;
				if (replaced == null) {
					return Faultbook.mark(visited,
							"Declare an entry of the catalog with this type, title and status, and throw an ApiException");
				}
				maybeAddImport(Faultbook.API_EXCEPTION);
				maybeAddImport(Faultbook.COMMON_ERROR);
				maybeRemoveImport(PROBLEM);
				maybeRemoveImport("org.zalando.problem.Status");
				return replaced;
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
		boolean detail = arguments.size() == 2 && TypeUtils.isString(arguments.get(1).getType());
		return detail ? error.message(arguments.get(1)) : null;
	}

	private static @Nullable ThrownError readBuilder(J.MethodInvocation build) {
		Deque<J.MethodInvocation> steps = new ArrayDeque<>();
		Expression step = build.getSelect();
		while (step instanceof J.MethodInvocation call && !BUILDER.matches(call)) {
			steps.push(call);
			step = call.getSelect();
		}
		ThrownError error = (step instanceof J.MethodInvocation) ? new ThrownError() : null;
		for (J.MethodInvocation call : steps) {
			error = (error != null) ? apply(call, error) : null;
		}
		return error;
	}

	private static @Nullable ThrownError apply(J.MethodInvocation call, ThrownError error) {
		List<Expression> arguments = call.getArguments();
		return switch (call.getSimpleName()) {
			case "withStatus" -> error.status(arguments.get(0));
			case "withDetail" -> error.message(arguments.get(0));
			case "with" -> error.fact(arguments.get(0), arguments.get(1));
			default -> null;
		};
	}

}
