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
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.openrewrite.ExecutionContext;
import org.openrewrite.ScanningRecipe;
import org.openrewrite.SourceFile;
import org.openrewrite.TreeVisitor;
import org.openrewrite.java.AnnotationMatcher;
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.RemoveAnnotationVisitor;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.SearchResult;

/**
 * Recipe that turns exceptions with {@code @ResponseErrorCode} into subclasses of
 * {@code ApiException}, whose codes become entries of the catalog and whose members with
 * {@code @ResponseErrorProperty} become facts.
 */
public final class ReplaceAnnotatedExceptions extends ScanningRecipe<CatalogClass> {

	private static final String LIBRARY = "io.github.wimdeblauwe.errorhandlingspringbootstarter.";

	private static final String CODE = LIBRARY + "ResponseErrorCode";

	private static final String PROPERTY = LIBRARY + "ResponseErrorProperty";

	private static final String STATUS = "org.springframework.web.bind.annotation.ResponseStatus";

	private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

	@Override
	public String getDisplayName() {
		return "Replace exceptions with `@ResponseErrorCode` by subclasses of `ApiException`";
	}

	@Override
	public String getDescription() {
		return "Creates the enum `ApplicationError` with the codes and statuses of the exceptions. An exception whose "
				+ "constructors or annotations cannot be rewritten safely gets a comment instead.";
	}

	@Override
	public CatalogClass getInitialValue(ExecutionContext context) {
		return new CatalogClass();
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getScanner(CatalogClass catalog) {
		return new JavaIsoVisitor<>() {

			@Override
			public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext context) {
				CatalogClass.Entry entry = entry(type);
				if (entry != null && type.getType() != null) {
					catalog.add(type.getType().getFullyQualifiedName(),
							getCursor().firstEnclosingOrThrow(SourceFile.class).getSourcePath(), entry);
				}
				return super.visitClassDeclaration(type, context);
			}

		};
	}

	@Override
	public Collection<? extends SourceFile> generate(CatalogClass catalog, ExecutionContext context) {
		return catalog.generate(context);
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getVisitor(CatalogClass catalog) {
		return new JavaIsoVisitor<>() {

			@Override
			public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext context) {
				J.ClassDeclaration visited = super.visitClassDeclaration(type, context);
				if (annotation(visited.getLeadingAnnotations(), CODE) == null) {
					return visited;
				}
				if (type.getType() == null || !catalog.has(type.getType().getFullyQualifiedName())) {
					return SearchResult.found(visited, "Extend ApiException, and declare an entry of the catalog");
				}
				maybeAddImport(Faultbook.API_EXCEPTION, false);
				if (!catalog.packageName().equals(type.getType().getPackageName())) {
					maybeAddImport(catalog.packageName() + "." + CatalogClass.NAME, false);
				}
				maybeRemoveImport(CODE);
				maybeRemoveImport(PROPERTY);
				maybeRemoveImport(STATUS);
				maybeRemoveImport("org.springframework.http.HttpStatus");
				J.ClassDeclaration rewritten = rewrite(visited, Objects.requireNonNull(entry(type)).constant());
				for (String annotation : List.of(CODE, STATUS, PROPERTY)) {
					rewritten = (J.ClassDeclaration) new RemoveAnnotationVisitor(
							new AnnotationMatcher("@" + annotation))
						.visitNonNull(rewritten, context, getCursor().getParentOrThrow());
				}
				return rewritten;
			}

		};
	}

	private static CatalogClass.@Nullable Entry entry(J.ClassDeclaration type) {
		String code = text(annotation(type.getLeadingAnnotations(), CODE));
		Integer status = status(annotation(type.getLeadingAnnotations(), STATUS));
		boolean direct = type.getExtends() != null
				&& TypeUtils.isOfClassType(type.getExtends().getType(), "java.lang.RuntimeException");
		List<J.MethodInvocation> calls = ExceptionEditor.superCalls(type);
		if (code == null || status == null || !CONSTANT.matcher(code).matches() || !direct || calls == null
				|| facts(type) == null || !calls.stream().allMatch(ReplaceAnnotatedExceptions::isKnown)) {
			return null;
		}
		String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
		return new CatalogClass.Entry(code, status,
				"\"" + Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".\"", null, null);
	}

	private static boolean isKnown(J.MethodInvocation call) {
		List<Expression> arguments = ExceptionEditor.arguments(call);
		return arguments.size() <= 2 && arguments.stream().allMatch((argument) -> isText(argument) || isCause(argument))
				&& arguments.stream().filter(ReplaceAnnotatedExceptions::isText).count() <= 1
				&& arguments.stream().filter(ReplaceAnnotatedExceptions::isCause).count() <= 1;
	}

	private static boolean isText(Expression argument) {
		return TypeUtils.isString(argument.getType());
	}

	private static boolean isCause(Expression argument) {
		return TypeUtils.isAssignableTo("java.lang.Throwable", argument.getType());
	}

	private static J.ClassDeclaration rewrite(J.ClassDeclaration type, String constant) {
		List<ExceptionEditor.Fact> facts = Objects.requireNonNull(facts(type));
		List<Statement> members = new ArrayList<>();
		for (Statement member : type.getBody().getStatements()) {
			if (member instanceof J.MethodDeclaration method && method.isConstructor()) {
				J.MethodInvocation call = (J.MethodInvocation) Objects.requireNonNull(method.getBody())
					.getStatements()
					.get(0);
				List<Expression> arguments = ExceptionEditor.arguments(call);
				members.add(ExceptionEditor.change(method, constant,
						arguments.stream().filter(ReplaceAnnotatedExceptions::isText).findFirst().orElse(null),
						arguments.stream().filter(ReplaceAnnotatedExceptions::isCause).findFirst().orElse(null),
						facts));
			}
			else {
				members.add(member);
			}
		}
		return ExceptionEditor.extendApiException(type.withBody(type.getBody().withStatements(members)));
	}

	/**
	 * Return the facts of an exception.
	 * @param type the class
	 * @return the members with an annotation, or {@code null} if one of them cannot be
	 * rewritten
	 */
	private static @Nullable List<ExceptionEditor.Fact> facts(J.ClassDeclaration type) {
		List<ExceptionEditor.Fact> facts = new ArrayList<>();
		for (Statement member : type.getBody().getStatements()) {
			if (member instanceof J.VariableDeclarations field) {
				J.Annotation annotation = annotation(field.getLeadingAnnotations(), PROPERTY);
				if (annotation != null && !add(facts, annotation, field.getVariables().get(0).getSimpleName(), false)) {
					return null;
				}
			}
			if (member instanceof J.MethodDeclaration method) {
				J.Annotation annotation = annotation(method.getLeadingAnnotations(), PROPERTY);
				if (annotation != null && !add(facts, annotation, method.getSimpleName(), true)) {
					return null;
				}
			}
		}
		return facts;
	}

	private static boolean add(List<ExceptionEditor.Fact> facts, J.Annotation annotation, String member,
			boolean method) {
		boolean named = annotation.getArguments() != null && !annotation.getArguments().isEmpty();
		String name = named ? text(annotation) : property(member, method);
		return name != null && facts.add(new ExceptionEditor.Fact(name, member, method));
	}

	private static String property(String member, boolean method) {
		if (method && member.length() > 3 && member.startsWith("get")) {
			return Character.toLowerCase(member.charAt(3)) + member.substring(4);
		}
		return member;
	}

	private static J.@Nullable Annotation annotation(List<J.Annotation> annotations, String type) {
		return annotations.stream()
			.filter((annotation) -> TypeUtils.isOfClassType(annotation.getType(), type))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Return the text that is the only value of an annotation.
	 * @param annotation the annotation, or {@code null}
	 * @return the text, or {@code null} if there is something else
	 */
	private static @Nullable String text(J.@Nullable Annotation annotation) {
		if (annotation == null || annotation.getArguments() == null || annotation.getArguments().size() != 1) {
			return null;
		}
		return (value(annotation.getArguments().get(0)) instanceof J.Literal literal
				&& literal.getType() == JavaType.Primitive.String) ? (String) literal.getValue() : null;
	}

	private static @Nullable Integer status(J.@Nullable Annotation annotation) {
		if (annotation == null) {
			return 500;
		}
		if (annotation.getArguments() == null || annotation.getArguments().size() != 1) {
			return null;
		}
		StatusName status = StatusName.find(value(annotation.getArguments().get(0)));
		return (status != null) ? status.number() : null;
	}

	private static Expression value(Expression argument) {
		return (argument instanceof J.Assignment assignment) ? assignment.getAssignment() : argument;
	}

}
