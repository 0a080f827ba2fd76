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

/**
 * Recipe that turns exceptions with {@code @ResponseErrorCode} into subclasses of
 * {@code ApiException}, whose codes become entries of the catalog and whose members with
 * {@code @ResponseErrorProperty} become facts.
 */
public final class ReplaceAnnotatedExceptions extends ScanningRecipe<CatalogClasses> {

	private static final String LIBRARY = "io.github.wimdeblauwe.errorhandlingspringbootstarter.";

	private static final String CODE = LIBRARY + "ResponseErrorCode";

	private static final String PROPERTY = LIBRARY + "ResponseErrorProperty";

	private static final String STATUS = "org.springframework.web.bind.annotation.ResponseStatus";

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
	public CatalogClasses getInitialValue(ExecutionContext context) {
		return new CatalogClasses();
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getScanner(CatalogClasses catalogs) {
		return catalogs.scanner(ReplaceAnnotatedExceptions::entry);
	}

	@Override
	public Collection<? extends SourceFile> generate(CatalogClasses catalogs, ExecutionContext context) {
		return catalogs.generate(context);
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getVisitor(CatalogClasses catalogs) {
		return Faultbook.inJava(new JavaIsoVisitor<>() {

			@Override
			public J.ClassDeclaration visitClassDeclaration(J.ClassDeclaration type, ExecutionContext context) {
				J.ClassDeclaration visited = super.visitClassDeclaration(type, context);
				if (annotation(visited, CODE) == null) {
					return visited;
				}
				CatalogClass catalog = catalogs.find(type);
				CatalogClass.Entry entry = entry(type);
				if (catalog == null || entry == null) {
					return Faultbook.mark(visited, "Extend ApiException, and declare an entry of the catalog");
				}
				catalog.changeImports(this, Objects.requireNonNull(type.getType()).getPackageName(), CODE, PROPERTY,
						STATUS, "org.springframework.http.HttpStatus");
				J.ClassDeclaration edited = new ExceptionEditor(entry.constant(), ReplaceAnnotatedExceptions::texts,
						Objects.requireNonNull(facts(type)))
					.edit(visited);
				for (String annotation : List.of(CODE, STATUS, PROPERTY)) {
					edited = (J.ClassDeclaration) new RemoveAnnotationVisitor(new AnnotationMatcher("@" + annotation))
						.visitNonNull(edited, context, getCursor().getParentOrThrow());
				}
				return edited;
			}

		});
	}

	private static CatalogClass.@Nullable Entry entry(J.ClassDeclaration type) {
		String code = text(annotation(type, CODE));
		Integer status = status(annotation(type, STATUS));
		boolean direct = type.getExtends() != null
				&& TypeUtils.isOfClassType(type.getExtends().getType(), "java.lang.RuntimeException");
		if (code == null || code.isEmpty() || status == null || !direct) {
			return null;
		}
		List<List<Expression>> calls = ExceptionEditor.superCalls(type);
		List<ExceptionEditor.Fact> facts = facts(type);
		if (calls == null || !calls.stream().allMatch(ReplaceAnnotatedExceptions::isKnown) || facts == null
				|| (!facts.isEmpty() && !ExceptionEditor.isImmutable(type))) {
			return null;
		}
		String words = code.toLowerCase(Locale.ROOT).replace('_', ' ');
		return CatalogClass.Entry.of(code, status,
				"\"" + Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".\"", null, null);
	}

	private static boolean isKnown(List<Expression> arguments) {
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

	private static ExceptionEditor.Texts texts(List<Expression> arguments) {
		return new ExceptionEditor.Texts(
				arguments.stream().filter(ReplaceAnnotatedExceptions::isText).findFirst().orElse(null),
				arguments.stream().filter(ReplaceAnnotatedExceptions::isCause).findFirst().orElse(null));
	}

	/**
	 * Return the facts of an exception.
	 * @param type the class
	 * @return the members with an annotation, or {@code null} if one of them cannot be
	 * rewritten
	 */
	private static @Nullable List<ExceptionEditor.Fact> facts(J.ClassDeclaration type) {
		List<ExceptionEditor.@Nullable Fact> facts = new ArrayList<>();
		for (Statement member : type.getBody().getStatements()) {
			if (member instanceof J.VariableDeclarations field) {
				J.Annotation annotation = annotation(field, PROPERTY);
				if (annotation != null) {
					facts.add(fact(annotation, field));
				}
			}
			if (member instanceof J.MethodDeclaration method) {
				J.Annotation annotation = annotation(method, PROPERTY);
				if (annotation != null) {
					facts.add(fact(annotation, method));
				}
			}
		}
		return facts.contains(null) ? null : facts;
	}

	private static ExceptionEditor.@Nullable Fact fact(J.Annotation annotation, J.VariableDeclarations field) {
		String name = field.getVariables().get(0).getSimpleName();
		return (field.getVariables().size() == 1) ? fact(annotation, name, name, false) : null;
	}

	private static ExceptionEditor.@Nullable Fact fact(J.Annotation annotation, J.MethodDeclaration method) {
		boolean readable = method.getBody() != null && method.getType() != JavaType.Primitive.Void
				&& method.getThrows() == null && method.getParameters().stream().allMatch(J.Empty.class::isInstance);
		return readable ? fact(annotation, property(method), method.getSimpleName(), true) : null;
	}

	private static ExceptionEditor.@Nullable Fact fact(J.Annotation annotation, String property, String member,
			boolean method) {
		boolean named = annotation.getArguments() != null && !annotation.getArguments().isEmpty();
		String name = named ? text(annotation) : property;
		return (name != null) ? new ExceptionEditor.Fact(name, member, method) : null;
	}

	/**
	 * Return the name of a property, which the library takes from the public getters of
	 * the class.
	 * @param method the method that returns the value
	 * @return the name
	 */
	private static String property(J.MethodDeclaration method) {
		String name = method.getSimpleName();
		if (method.hasModifier(J.Modifier.Type.Public)) {
			if (name.startsWith("get") && name.length() > 3) {
				return decapitalize(name.substring(3));
			}
			if (name.startsWith("is") && name.length() > 2 && method.getType() == JavaType.Primitive.Boolean) {
				return decapitalize(name.substring(2));
			}
		}
		return name;
	}

	private static String decapitalize(String name) {
		// As the introspector of JavaBeans does
		boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(0))
				&& Character.isUpperCase(name.charAt(1));
		return acronym ? name : Character.toLowerCase(name.charAt(0)) + name.substring(1);
	}

	private static J.@Nullable Annotation annotation(J declaration, String type) {
		return ExceptionEditor.annotations(declaration)
			.stream()
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
