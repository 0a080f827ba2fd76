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

import java.util.Collection;
import java.util.List;
import java.util.Locale;

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
import org.openrewrite.java.tree.TypeUtils;

/**
 * Recipe that turns subclasses of {@code AbstractThrowableProblem} of Zalando into
 * subclasses of {@code ApiException}, whose types, titles and statuses become entries of
 * the catalog.
 */
public final class ReplaceThrowableProblems extends ScanningRecipe<CatalogClasses> {

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
	public CatalogClasses getInitialValue(ExecutionContext context) {
		return new CatalogClasses();
	}

	@Override
	public TreeVisitor<?, ExecutionContext> getScanner(CatalogClasses catalogs) {
		return catalogs.scanner(ReplaceThrowableProblems::entry);
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
				if (!isProblem(visited)) {
					return visited;
				}
				CatalogClass catalog = catalogs.find(type);
				CatalogClass.Entry entry = entry(type);
				if (catalog == null || entry == null) {
					return Faultbook.mark(visited, "Extend ApiException, and declare an entry of the catalog");
				}
				catalog.changeImports(this, packageName(type), PROBLEM, "org.zalando.problem.Status", "java.net.URI");
				return new ExceptionEditor(entry.constant(), ReplaceThrowableProblems::texts, List.of()).edit(visited);
			}

		});
	}

	private static boolean isProblem(J.ClassDeclaration type) {
		return type.getExtends() != null && TypeUtils.isOfClassType(type.getExtends().getType(), PROBLEM);
	}

	/**
	 * Return the entry for a problem: all of its constructors must pass a type and a
	 * title that are literals, a constant status and at most a detail.
	 * @param type the class
	 * @return the entry, or {@code null} if the class is no problem or a constructor
	 * passes something else
	 */
	private static CatalogClass.@Nullable Entry entry(J.ClassDeclaration type) {
		List<List<Expression>> calls = isProblem(type) ? ExceptionEditor.superCalls(type) : null;
		if (calls == null) {
			return null;
		}
		List<CatalogClass.@Nullable Entry> entries = calls.stream()
			.map((arguments) -> entry(constant(type.getSimpleName()), arguments))
			.distinct()
			.toList();
		return (entries.size() == 1) ? entries.get(0) : null;
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
		return CatalogClass.Entry.of(constant, status.number(), title, type, title);
	}

	private static ExceptionEditor.Texts texts(List<Expression> arguments) {
		return new ExceptionEditor.Texts((arguments.size() == 4) ? arguments.get(3) : null, null);
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
			.replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
			.toUpperCase(Locale.ROOT);
	}

	private static String packageName(J.ClassDeclaration type) {
		return (type.getType() != null) ? type.getType().getPackageName() : "";
	}

}
