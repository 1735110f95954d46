// Holds the front matter of .md files to the JSON Schemas of their kinds, in VS Code (extension unifiedjs.vscode-remark)
// and on the command line (`npm run front-matter`). `catalogue schema --output build/schema` writes the schemas.
import remarkFrontmatter from 'remark-frontmatter'
import frontMatterSchema from 'remark-lint-frontmatter-schema'

const schemas = {
  'build/schema/measure.schema.json': ['content/measures/*/*.md'],
  'build/schema/solution.schema.json': ['content/solutions/*.md'],
  'build/schema/knowledge.schema.json': ['content/knowledge/*/*.md'],
}

// The rule notes a place where editors no longer look for it, and neither name nor place of a key that nobody knows.
function atItsLine() {
  return (_tree, file) => {
    for (const message of file.messages) {
      const key = message.schema?.params?.additionalProperty
      if (key) message.message = message.reason = `Den Schlüssel „${key}“ gibt es hier nicht.`
      message.place ??= message.position ?? { line: lineOf(file, key), column: 1 }
    }
  }
}

function lineOf(file, key) {
  const lines = String(file).split('\n').map((line) => line.replace(/^[\s-]+/, ''))
  return Math.max(1, lines.findIndex((line) => key && line.startsWith(`${key}:`)) + 1)
}

export default { plugins: [remarkFrontmatter, [frontMatterSchema, { schemas }], atItsLine] }
