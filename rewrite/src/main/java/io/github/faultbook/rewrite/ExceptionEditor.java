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

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.openrewrite.Tree;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Space;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeTree;
import org.openrewrite.marker.Markers;

/**
 * Changes a class of exceptions into a subclass of {@code ApiException}.
 */
final class ExceptionEditor {

	private ExceptionEditor() {
	}

	/**
	 * Return the calls of the constructors of the superclass.
	 * @param type the class
	 * @return a call for each constructor, or {@code null} if there is a constructor
	 * without one or if the class overrides methods of the superclass
	 */
	static @Nullable List<J.MethodInvocation> superCalls(J.ClassDeclaration type) {
		List<J.MethodInvocation> calls = new ArrayList<>();
		for (Statement statement : type.getBody().getStatements()) {
			if (statement instanceof J.MethodDeclaration method && method.isConstructor()) {
				J.MethodInvocation call = superCall(method);
				if (call == null) {
					return null;
				}
				calls.add(call);
			}
			if (statement instanceof J.MethodDeclaration method && method.getLeadingAnnotations()
				.stream()
				.anyMatch((annotation) -> annotation.getSimpleName().equals("Override"))) {
				return null;
			}
		}
		return calls.isEmpty() ? null : calls;
	}

	private static J.@Nullable MethodInvocation superCall(J.MethodDeclaration constructor) {
		J.Block body = constructor.getBody();
		if (body == null || body.getStatements().isEmpty()) {
			return null;
		}
		return (body.getStatements().get(0) instanceof J.MethodInvocation call && call.getSimpleName().equals("super"))
				? call : null;
	}

	static List<Expression> arguments(J.MethodInvocation call) {
		return call.getArguments().stream().filter((argument) -> !(argument instanceof J.Empty)).toList();
	}

	static J.ClassDeclaration extendApiException(J.ClassDeclaration type) {
		TypeTree parent = TypeTree.build("ApiException");
		return type.withExtends(parent.withPrefix(Space.SINGLE_SPACE));
	}

	/**
	 * Change a constructor.
	 * @param constructor the constructor, which begins with a call of the superclass
	 * @param constant the entry of the catalog
	 * @param message the message for clients, or {@code null}
	 * @param cause the cause, or {@code null}
	 * @param facts the names and values of facts, as Java code
	 * @return the constructor that calls {@code ApiException}
	 */
	static J.MethodDeclaration change(J.MethodDeclaration constructor, String constant, @Nullable Expression message,
			@Nullable Expression cause, List<Fact> facts) {
		J.Block body = constructor.getBody();
		J.MethodInvocation call = superCall(constructor);
		if (body == null || call == null) {
			return constructor;
		}
		List<Statement> statements = new ArrayList<>();
		List<Expression> arguments = new ArrayList<>();
		arguments.add(TypeTree.build(CatalogClass.NAME + "." + constant));
		if (cause != null) {
			arguments.add(cause.withPrefix(Space.SINGLE_SPACE));
		}
		statements.add(call.withArguments(arguments).withMethodType(null));
		if (message != null) {
			statements.add(call(call, "message", List.of(message.withPrefix(Space.EMPTY))));
		}
		statements.addAll(body.getStatements().subList(1, body.getStatements().size()));
		for (Fact fact : facts) {
			statements.add(call(call, "with", List.of(literal(fact.name()), value(call, fact))));
		}
		return constructor.withBody(body.withStatements(statements));
	}

	private static J.MethodInvocation call(J.MethodInvocation like, String name, List<Expression> arguments) {
		return like.withId(Tree.randomId())
			.withPrefix(like.getPrefix().withComments(List.of()))
			.withMethodType(null)
			.withName(like.getName().withId(Tree.randomId()).withSimpleName(name).withType(null))
			.withArguments(arguments);
	}

	private static J.Literal literal(String text) {
		return new J.Literal(Tree.randomId(), Space.EMPTY, Markers.EMPTY, text, "\"" + text + "\"", null,
				JavaType.Primitive.String);
	}

	private static Expression value(J.MethodInvocation like, Fact fact) {
		if (fact.method()) {
			return call(like, fact.member(), List.of()).withPrefix(Space.SINGLE_SPACE);
		}
		return new J.Identifier(Tree.randomId(), Space.SINGLE_SPACE, Markers.EMPTY, List.of(), fact.member(), null,
				null);
	}

	/**
	 * A fact of an exception.
	 *
	 * @param name the name that clients see
	 * @param member the field or method that has the value
	 * @param method whether it is a method
	 */
	record Fact(String name, String member, boolean method) {

	}

}
