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
import org.openrewrite.java.JavaIsoVisitor;
import org.openrewrite.java.MethodMatcher;
import org.openrewrite.java.tree.Expression;
import org.openrewrite.java.tree.J;
import org.openrewrite.java.tree.JavaType;
import org.openrewrite.java.tree.Statement;
import org.openrewrite.java.tree.TypeUtils;
import org.openrewrite.marker.SearchResult;

/**
 * Recipe that turns subclasses of {@code AbstractThrowableProblem} of Zalando into
 * subclasses of {@code ApiException}, whose types, titles and statuses become entries of
 * the catalog.
 */
public final class ReplaceThrowableProblems extends ScanningRecipe<CatalogClass> {

	private static final String PROBLEM = "org.zalando.problem.AbstractThrowableProblem";

	private static final MethodMatcher CREATE_URI = new MethodMatcher("java.net.URI create(java.lang.String)");

	@Override
	public String getDisplayName() {
		return "Replace subclasses of `AbstractThrowableProblem` by subclasses of `ApiException`";
	}

	@Override
	public String getDescription() {
		return "Creates the enum `ApplicationError` with the types, titles and statuses of the problems. A problem whose "
				+ "constructor cannot be rewritten safely gets a comment instead.";
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
				CatalogClass.Entry entry = isProblem(type) ? entry(type) : null;
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
				if (!isProblem(visited)) {
					return visited;
				}
				if (type.getType() == null || !catalog.has(type.getType().getFullyQualifiedName())) {
					return SearchResult.found(visited, "Extend ApiException, and declare an entry of the catalog");
				}
				maybeAddImport(Faultbook.API_EXCEPTION, false);
				if (!catalog.packageName().equals(type.getType().getPackageName())) {
					maybeAddImport(catalog.packageName() + "." + CatalogClass.NAME, false);
				}
				maybeRemoveImport(PROBLEM);
				maybeRemoveImport("org.zalando.problem.Status");
				maybeRemoveImport("java.net.URI");
				return rewrite(visited, Objects.requireNonNull(entry(type)).constant());
			}

		};
	}

	private static boolean isProblem(J.ClassDeclaration type) {
		return type.getExtends() != null && TypeUtils.isOfClassType(type.getExtends().getType(), PROBLEM);
	}

	/**
	 * Return the entry for a problem: all of its constructors must pass a type and a
	 * title that are literals, a constant status and at most a detail.
	 * @param type the class
	 * @return the entry, or {@code null} if a constructor passes something else
	 */
	private static CatalogClass.@Nullable Entry entry(J.ClassDeclaration type) {
		List<J.MethodInvocation> calls = ExceptionEditor.superCalls(type);
		CatalogClass.Entry entry = null;
		for (J.MethodInvocation call : (calls != null) ? calls : List.<J.MethodInvocation>of()) {
			CatalogClass.Entry next = entry(constant(type.getSimpleName()), ExceptionEditor.arguments(call));
			if (next == null || (entry != null && !entry.equals(next))) {
				return null;
			}
			entry = next;
		}
		return entry;
	}

	private static CatalogClass.@Nullable Entry entry(String constant, List<Expression> arguments) {
		if (arguments.size() < 3 || arguments.size() > 4) {
			return null;
		}
		StatusName status = StatusName.find(arguments.get(2));
		String title = literal(arguments.get(1));
		String type = isNull(arguments.get(0)) ? null : type(arguments.get(0));
		if (status == null || title == null || (type == null && !isNull(arguments.get(0)))) {
			return null;
		}
		return new CatalogClass.Entry(constant, status.number(), title, type, title);
	}

	private static boolean isNull(Expression argument) {
		return argument instanceof J.Literal literal && literal.getType() == JavaType.Primitive.Null;
	}

	private static @Nullable String type(Expression argument) {
		return (argument instanceof J.MethodInvocation call && CREATE_URI.matches(call))
				? literal(call.getArguments().get(0)) : null;
	}

	private static @Nullable String literal(Expression argument) {
		return (argument instanceof J.Literal literal && literal.getType() == JavaType.Primitive.String)
				? literal.getValueSource() : null;
	}

	private static String constant(String className) {
		return className.replaceFirst("(Problem|Exception)$", "")
			.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
			.toUpperCase(Locale.ROOT);
	}

	private static J.ClassDeclaration rewrite(J.ClassDeclaration type, String constant) {
		List<Statement> members = new ArrayList<>();
		for (Statement member : type.getBody().getStatements()) {
			if (member instanceof J.MethodDeclaration method && method.isConstructor()) {
				J.MethodInvocation call = (J.MethodInvocation) Objects.requireNonNull(method.getBody())
					.getStatements()
					.get(0);
				List<Expression> arguments = ExceptionEditor.arguments(call);
				members.add(ExceptionEditor.change(method, constant, (arguments.size() == 4) ? arguments.get(3) : null,
						null, List.of()));
			}
			else {
				members.add(member);
			}
		}
		return ExceptionEditor.extendApiException(type.withBody(type.getBody().withStatements(members)));
	}

}
