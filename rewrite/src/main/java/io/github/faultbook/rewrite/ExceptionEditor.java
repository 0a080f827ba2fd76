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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.Tree;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.service.AnnotationService;
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

	/**
	 * The methods of {@code ApiException}, which a subclass would override or hide.
	 */
	private static final Set<String> INHERITED = Set.of("errorCode", "clientMessage", "facts", "violations", "headers",
			"retryAfter", "with", "message", "violation", "header");

	private final String constant;

	private final Function<List<Expression>, Texts> reader;

	private final List<Fact> facts;

	/**
	 * Create an editor for a class.
	 * @param constant the entry of the catalog
	 * @param reader finds the message and the cause among the arguments of a call of the
	 * superclass
	 * @param facts the facts of the exception
	 */
	ExceptionEditor(String constant, Function<List<Expression>, Texts> reader, List<Fact> facts) {
		this.constant = constant;
		this.reader = reader;
		this.facts = facts;
	}

	/**
	 * Return the arguments that the constructors of a class pass to the superclass.
	 * @param type the class
	 * @return a list for each constructor that does not call another one of its class, or
	 * {@code null} if the class cannot be rewritten: a constructor calls nothing, or the
	 * class declares other classes, overrides methods or has methods that
	 * {@code ApiException} has
	 */
	static @Nullable List<List<Expression>> superCalls(J.ClassDeclaration type) {
		List<List<Expression>> calls = new ArrayList<>();
		for (Statement statement : type.getBody().getStatements()) {
			if (statement instanceof J.MethodDeclaration method && method.isConstructor()) {
				J.MethodInvocation call = firstCall(method);
				if (call == null) {
					return null;
				}
				if (call.getSimpleName().equals("super")) {
					calls.add(arguments(call));
				}
			}
			else if (statement instanceof J.ClassDeclaration
					|| (statement instanceof J.MethodDeclaration method && conflicts(method))) {
				return null;
			}
		}
		return calls.isEmpty() ? null : calls;
	}

	private static boolean conflicts(J.MethodDeclaration method) {
		return INHERITED.contains(method.getSimpleName())
				|| annotations(method).stream().anyMatch((annotation) -> annotation.getSimpleName().equals("Override"));
	}

	/**
	 * Return the annotations of a class or member, before and after its modifiers.
	 * @param declaration the class or member
	 * @return the annotations
	 */
	static List<J.Annotation> annotations(J declaration) {
		return new AnnotationService().getAllAnnotations(new Cursor(null, declaration));
	}

	/**
	 * Return the call of another constructor.
	 * @param constructor a constructor
	 * @return the call of {@code super} or {@code this}, or {@code null} if there is none
	 */
	private static J.@Nullable MethodInvocation firstCall(J.MethodDeclaration constructor) {
		J.Block body = constructor.getBody();
		if (body == null || body.getStatements().isEmpty()) {
			return null;
		}
		return (body.getStatements().get(0) instanceof J.MethodInvocation call && call.getSelect() == null
				&& Set.of("super", "this").contains(call.getSimpleName())) ? call : null;
	}

	private static List<Expression> arguments(J.MethodInvocation call) {
		return call.getArguments().stream().filter((argument) -> !(argument instanceof J.Empty)).toList();
	}

	/**
	 * Return whether the facts of an exception are known when each of its constructors
	 * ends: no field changes later, and no constructor ends early.
	 * @param type the class
	 * @return whether facts can be added in the constructors
	 */
	static boolean isImmutable(J.ClassDeclaration type) {
		return type.getBody().getStatements().stream().allMatch((member) -> {
			if (member instanceof J.MethodDeclaration method) {
				return !method.isConstructor() || !endsEarly(method);
			}
			return !(member instanceof J.VariableDeclarations field) || field.hasModifier(J.Modifier.Type.Final);
		});
	}

	private static boolean endsEarly(J.MethodDeclaration constructor) {
		AtomicBoolean found = new AtomicBoolean();
		new JavaIsoVisitor<AtomicBoolean>() {

			@Override
			public J.Return visitReturn(J.Return statement, AtomicBoolean ends) {
				ends.set(true);
				return statement;
			}

			@Override
			public J.Throw visitThrow(J.Throw statement, AtomicBoolean ends) {
				ends.set(true);
				return statement;
			}

		}.visit(constructor, found);
		return found.get();
	}

	J.ClassDeclaration edit(J.ClassDeclaration type) {
		TypeTree parent = TypeTree.build("ApiException");
		List<Statement> members = type.getBody().getStatements().stream().map(this::edit).toList();
		return type.withExtends(parent.withPrefix(Space.SINGLE_SPACE)).withBody(type.getBody().withStatements(members));
	}

	private Statement edit(Statement member) {
		if (!(member instanceof J.MethodDeclaration method) || !method.isConstructor()) {
			return member;
		}
		J.MethodInvocation call = Objects.requireNonNull(firstCall(method));
		return call.getSimpleName().equals("super") ? edit(method, call, Objects.requireNonNull(method.getBody()))
				: member;
	}

	private J.MethodDeclaration edit(J.MethodDeclaration constructor, J.MethodInvocation call, J.Block body) {
		Texts texts = this.reader.apply(arguments(call));
		List<Expression> arguments = new ArrayList<>();
		arguments.add(TypeTree.build(CatalogClass.NAME + "." + this.constant));
		if (texts.cause() != null) {
			arguments.add(texts.cause().withPrefix(Space.SINGLE_SPACE));
		}
		List<Statement> statements = new ArrayList<>();
		statements.add(call.withArguments(arguments).withMethodType(null));
		if (texts.message() != null) {
			Space prefix = texts.message().getPrefix().withWhitespace("");
			statements.add(call(call, "message", List.of(texts.message().withPrefix(prefix))));
		}
		statements.addAll(body.getStatements().subList(1, body.getStatements().size()));
		for (Fact fact : this.facts) {
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
		// A parameter of the constructor can have the name of the field, and another
		// value
		Expression field = TypeTree.build("this." + fact.member());
		return field.withPrefix(Space.SINGLE_SPACE);
	}

	/**
	 * The texts that a constructor passes to the superclass.
	 *
	 * @param message the message for clients, or {@code null}
	 * @param cause the cause, or {@code null}
	 */
	record Texts(@Nullable Expression message, @Nullable Expression cause) {

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
